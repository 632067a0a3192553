package org.fapiaosuite.fapiao.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.stock.events.StockEvent;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Where notices are put up and taken down. */
@ApplicationScoped
@Transactional
public class NoticeBoard {

  private static final String INSERT =
      """
      INSERT INTO notice (id, text, type, medium, expected_issue_at, until, automatic, published_at,
        published_by)
      VALUES (:id, cast(:text AS jsonb), :type, :medium, :expected, :until, :automatic, :now, :by)
      """;

  private static final String WITHDRAW =
      "UPDATE notice SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL";

  private final EntityManager database;
  private final ObjectMapper json;
  private final StockJournal journal;
  private final Clock clock;

  NoticeBoard(EntityManager database, ObjectMapper json, StockJournal journal, Clock clock) {
    this.database = database;
    this.json = json;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts up a notice.
   *
   * @param by the member of staff; null when it came by itself
   */
  public void publish(Notice notice, @Nullable String by) {
    NativeQuery<?> insert = database.createNativeQuery(INSERT).unwrap(NativeQuery.class);
    insert
        .setParameter("id", notice.id())
        .setParameter("text", text(notice))
        .setParameter("type", name(notice.type()), String.class)
        .setParameter("medium", name(notice.medium()), String.class)
        .setParameter("expected", moment(notice.expectedIssueAt()), OffsetDateTime.class)
        .setParameter("until", moment(notice.until()), OffsetDateTime.class)
        .setParameter("automatic", notice.automatic())
        .setParameter("now", moment(notice.publishedAt()), OffsetDateTime.class)
        .setParameter("by", by, String.class)
        .executeUpdate();
    journal.record(
        notice.id().toString(),
        new StockEvent.NoticePublished(
            notice.id(),
            notice.type(),
            notice.medium(),
            notice.expectedIssueAt(),
            notice.until(),
            notice.automatic(),
            notice.publishedAt()));
  }

  /**
   * Takes down a notice that was put up by hand; one that is down already stays so.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, or 409 for one that goes by itself
   */
  public void takeDown(UUID id) {
    @SuppressWarnings("unchecked") // the query gives one column
    List<Boolean> automatic =
        database
            .createNativeQuery("SELECT automatic FROM notice WHERE id = :id", Boolean.class)
            .setParameter("id", id)
            .getResultList();
    if (automatic.isEmpty()) {
      throw StandardProblem.NOT_FOUND.with();
    }
    if (automatic.get(0)) {
      throw Problem.AUTOMATIC_NOTICE.with();
    }
    withdraw(id);
  }

  /** Takes a notice down. */
  void withdraw(UUID id) {
    Instant now = clock.instant();
    int withdrawn =
        database
            .createNativeQuery(WITHDRAW)
            .setParameter("id", id)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (withdrawn > 0) {
      journal.record(id.toString(), new StockEvent.NoticeWithdrawn(id, now));
    }
  }

  /** Another moment is known. */
  void expect(UUID id, @Nullable Instant expected) {
    NativeQuery<?> update =
        database
            .createNativeQuery("UPDATE notice SET expected_issue_at = :expected WHERE id = :id")
            .unwrap(NativeQuery.class);
    update
        .setParameter("id", id)
        .setParameter("expected", moment(expected), OffsetDateTime.class)
        .executeUpdate();
  }

  private String text(Notice notice) {
    try {
      return json.writeValueAsString(notice.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a notice", e);
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return Optional.ofNullable(value).map(Enum::name).orElse(null);
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
