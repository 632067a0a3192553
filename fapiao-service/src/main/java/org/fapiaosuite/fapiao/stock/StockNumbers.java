package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The numbers that are held, issued or spoilt, one row each; every other one is free. */
@ApplicationScoped
class StockNumbers {

  private static final String SELECT =
      """
      SELECT n.range_id, r.code, n.number, n.state, n.application_id
      FROM stock_number n JOIN number_range r ON r.id = n.range_id
      """;

  /** So many numbers from the first on that as many as wanted must be free among them. */
  private static final String LOWEST_FREE =
      """
      SELECT free.number FROM generate_series(:lowest, least(:last, :lowest + :wanted - 1 + (
          SELECT count(*) FROM stock_number WHERE range_id = :range AND number >= :lowest)))
        AS free (number)
      WHERE NOT EXISTS (SELECT 1 FROM stock_number taken
        WHERE taken.range_id = :range AND taken.number = free.number)
      ORDER BY free.number LIMIT :wanted
      """;

  private static final String TAKE =
      """
      INSERT INTO stock_number (range_id, number, state, application_id, reason, taken_by, taken_at)
      VALUES (:range, :number, :state, :application, :reason, :by, :now)
      ON CONFLICT (range_id, number) DO UPDATE SET state = excluded.state,
        application_id = excluded.application_id, reason = excluded.reason,
        taken_by = excluded.taken_by, taken_at = excluded.taken_at
      """;

  private final EntityManager database;
  private final Clock clock;

  StockNumbers(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The lowest free numbers of a range, as many as it has but no more than wanted. */
  List<Long> lowestFree(NumberRange range, long wanted) {
    @SuppressWarnings("unchecked") // the query gives numbers
    List<Long> lowest =
        database
            .createNativeQuery(LOWEST_FREE, Long.class)
            .setParameter("range", range.id())
            .setParameter("lowest", range.lowestFree())
            .setParameter("last", range.last())
            .setParameter("wanted", wanted)
            .getResultList();
    return lowest;
  }

  /** What is known of a number; nothing of a free one. */
  Optional<TakenNumber> find(NumberRange range, long number) {
    return rows(
            database
                .createNativeQuery(SELECT + "WHERE n.range_id = :range AND n.number = :number")
                .setParameter("range", range.id())
                .setParameter("number", number))
        .stream()
        .findFirst();
  }

  /** What is held for an application, in the order of use. */
  List<TakenNumber> heldFor(UUID application) {
    return rows(
        database
            .createNativeQuery(
                SELECT
                    + "WHERE n.application_id = :application AND n.state = 'HELD'"
                    + " ORDER BY r.received_at, r.code, n.number")
            .setParameter("application", application));
  }

  void hold(NumberRange range, long number, UUID application) {
    take(range.id(), number, TakenNumber.State.HELD, application, null, null);
  }

  /** Gives a number that is held to another application. */
  void hand(TakenNumber number, UUID application) {
    take(number.range(), number.number(), TakenNumber.State.HELD, application, null, null);
  }

  void issue(NumberRange range, long number, UUID application) {
    take(range.id(), number, TakenNumber.State.ISSUED, application, null, null);
  }

  void spoil(NumberRange range, long number, String reason, String by) {
    take(range.id(), number, TakenNumber.State.SPOILT, null, reason, by);
  }

  void free(TakenNumber number) {
    database
        .createNativeQuery("DELETE FROM stock_number WHERE range_id = :range AND number = :number")
        .setParameter("range", number.range())
        .setParameter("number", number.number())
        .executeUpdate();
  }

  private void take(
      UUID range,
      long number,
      TakenNumber.State state,
      @Nullable UUID application,
      @Nullable String reason,
      @Nullable String by) {
    NativeQuery<?> insert = database.createNativeQuery(TAKE).unwrap(NativeQuery.class);
    insert
        .setParameter("range", range)
        .setParameter("number", number)
        .setParameter("state", state.name())
        .setParameter("application", application, UUID.class)
        .setParameter("reason", reason, String.class)
        .setParameter("by", by, String.class)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static List<TakenNumber> rows(Query query) {
    @SuppressWarnings("unchecked") // a query of several columns gives arrays
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new TakenNumber(
                    (UUID) row[0],
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    TakenNumber.State.valueOf((String) row[3]),
                    (UUID) row[4]))
        .toList();
  }
}
