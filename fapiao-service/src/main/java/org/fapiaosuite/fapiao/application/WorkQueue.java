package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** All that customers handed over, what is due first at the top. */
@ApplicationScoped
public class WorkQueue {

  private static final String PAGE =
      """
      SELECT * FROM application
      WHERE status <> 'DRAFT' AND due_at IS NOT NULL AND (due_at, id) > (:at, :id)%s
      ORDER BY due_at, id LIMIT :rows
      """;

  private static final String PROMISED =
      ApplicationStatus.PROMISED.stream()
          .map(status -> "'" + status + "'")
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));

  private final EntityManager database;
  private final Clock clock;

  WorkQueue(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Most urgent first, from a cursor on; one row beyond the limit.
   *
   * @param overdue true for those alone whose promise is broken, false for the others alone
   */
  public List<Application> page(
      @Nullable ApplicationStatus status, @Nullable Boolean overdue, Cursor from, int limit) {
    String condition = status == null ? "" : " AND status = '" + status + "'";
    if (overdue != null) {
      condition +=
          (overdue ? " AND" : " AND NOT") + " (due_at < :now AND status IN " + PROMISED + ")";
    }
    var query =
        database
            .createNativeQuery(PAGE.formatted(condition), Application.class)
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1)
            .setHint(HibernateHints.HINT_READ_ONLY, true);
    if (overdue != null) {
      query.setParameter("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
    @SuppressWarnings("unchecked") // the query names the entity
    List<Application> rows = query.getResultList();
    return rows;
  }
}
