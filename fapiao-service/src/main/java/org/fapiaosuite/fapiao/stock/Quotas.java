package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;

/** What was issued of each kind in each calendar month in China, without tax. */
@ApplicationScoped
class Quotas {

  private static final String ISSUED =
      """
      SELECT coalesce(sum(net_fen), 0) FROM quota_use
      WHERE type = :type AND medium = :medium AND month = :month
      """;

  private static final String ADD =
      """
      INSERT INTO quota_use (type, medium, month, net_fen)
      VALUES (:type, :medium, :month, :net)
      ON CONFLICT (type, medium, month) DO UPDATE SET net_fen = quota_use.net_fen + excluded.net_fen
      """;

  private final EntityManager database;
  private final StockHolds holds;
  private final Clock clock;

  Quotas(EntityManager database, StockHolds holds, Clock clock) {
    this.database = database;
    this.holds = holds;
    this.clock = clock;
  }

  /** What counts against this month's quota: issued in it, or held to be issued. */
  Money used(FapiaoKind kind) {
    long issued =
        ((Number)
                of(database.createNativeQuery(ISSUED), kind)
                    .setParameter("month", month(today()))
                    .getSingleResult())
            .longValue();
    return Money.ofFen(issued).plus(holds.heldNet(kind));
  }

  /** Counts what was issued, in the month of the date that is printed on it. */
  void add(FapiaoKind kind, Money net, LocalDate issuedOn) {
    of(database.createNativeQuery(ADD), kind)
        .setParameter("month", month(issuedOn))
        .setParameter("net", net.fen())
        .executeUpdate();
  }

  /** When the next month's quota begins. */
  Instant resetsAt() {
    return monthsOn(1);
  }

  /** The first moment of the n-th month after this one. */
  Instant monthsOn(long months) {
    return month(today()).plusMonths(months).atStartOfDay(Promise.CHINA).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Promise.CHINA);
  }

  private static LocalDate month(LocalDate day) {
    return day.withDayOfMonth(1);
  }

  private static Query of(Query query, FapiaoKind kind) {
    return query
        .setParameter("type", kind.type().name())
        .setParameter("medium", kind.medium().name());
  }
}
