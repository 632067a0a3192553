package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.rest.paging.Cursor;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.query.NativeQuery;

/** All that customers handed over, what is due first at the top. */
@ApplicationScoped
public class WorkQueue {

  /**
   * One statement for a page and its items. The items are asked for by all ids at once, so that the
   * way down their index is gone once, however deep it is.
   */
  private static final String PAGE =
      """
      WITH page AS MATERIALIZED (
        SELECT * FROM application
        WHERE status <> 'DRAFT' AND due_at IS NOT NULL AND (due_at, id) > (:at, :id)%s
        ORDER BY due_at, id LIMIT :rows),
      items AS MATERIALIZED (
        SELECT * FROM application_item WHERE application_id = ANY (ARRAY(SELECT id FROM page)))
      SELECT a.*, i.* FROM page a LEFT JOIN items i ON i.application_id = a.id
      ORDER BY a.due_at, a.id, i.position
      """;

  private static final String IDS =
      """
      SELECT id FROM application WHERE status <> 'DRAFT' AND due_at IS NOT NULL%s
      ORDER BY due_at, id LIMIT :rows
      """;

  private final EntityManager database;
  private final Calendars calendars;
  private final Clock clock;

  WorkQueue(EntityManager database, Calendars calendars, Clock clock) {
    this.database = database;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Most urgent first, from a cursor on; one row beyond the limit. */
  public List<Application> page(QueueFilter filter, Cursor from, int limit) {
    NativeQuery<?> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(pageQuery(filter), Object.class)
            .addEntity("a", Application.class)
            .addJoin("i", "a.items")
            .setParameter("at", from.at().atOffset(ZoneOffset.UTC))
            .setParameter("id", from.id())
            .setParameter("rows", limit + 1);
    query.setHint(HibernateHints.HINT_READ_ONLY, true);
    bind(query, filter);
    return query.getResultList().stream().map(WorkQueue::application).distinct().toList();
  }

  /** Ids of the most urgent ones. */
  public List<UUID> ids(QueueFilter filter, int most) {
    NativeQuery<UUID> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(IDS.formatted(filter.condition()), UUID.class)
            .addScalar("id", UUID.class)
            .setParameter("rows", most);
    bind(query, filter);
    return query.getResultList();
  }

  /** The statement of a page, for whoever measures it. */
  static String pageQuery(QueueFilter filter) {
    return PAGE.formatted(filter.condition());
  }

  private void bind(NativeQuery<?> query, QueueFilter filter) {
    Instant now = clock.instant();
    // the calendar is read for those alone who ask for it
    Instant soon = filter.atRisk() == null ? now : calendars.atRiskUpTo(now);
    for (Map.Entry<String, Object> value : filter.parameters(now, soon).entrySet()) {
      query.setParameter(value.getKey(), value.getValue());
    }
  }

  private static Application application(Object row) {
    return (Application) (row instanceof Object[] parts ? parts[0] : row);
  }
}
