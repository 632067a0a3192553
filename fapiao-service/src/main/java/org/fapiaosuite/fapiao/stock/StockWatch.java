package org.fapiaosuite.fapiao.stock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.events.StockEvent;
import org.jboss.logging.Logger;

/**
 * Measures what is left and tells when it is low: once a day, whichever copy of the service comes
 * first.
 */
@ApplicationScoped
class StockWatch {

  private static final Logger LOG = Logger.getLogger(StockWatch.class);

  private static final String TELL =
      """
      INSERT INTO stock_low_told (day, told_at) VALUES (:day, :now) ON CONFLICT (day) DO NOTHING
      """;

  private final StockLevels levels;
  private final StockJournal journal;
  private final EntityManager database;
  private final Clock clock;
  private final List<Meters> meters = new ArrayList<>();

  /** What is measured of a kind. */
  private record Meters(FapiaoKind kind, AtomicLong available, AtomicLong low, AtomicLong waiting) {

    void read(StockLevel level) {
      Long numbers = level.available();
      available.set(numbers == null ? -1 : numbers);
      low.set(level.low() ? 1 : 0);
      waiting.set(level.waiting());
    }
  }

  StockWatch(
      StockLevels levels,
      StockJournal journal,
      EntityManager database,
      Clock clock,
      MeterRegistry registry) {
    this.levels = levels;
    this.journal = journal;
    this.database = database;
    this.clock = clock;
    for (FapiaoKind kind : FapiaoKind.all()) {
      meters.add(
          new Meters(
              kind,
              gauge(registry, kind, "available", "Free numbers that are here; -1: none kept"),
              gauge(registry, kind, "low", "1 while stock or quota is low"),
              gauge(registry, kind, "waiting", "Applications that wait for it")));
    }
  }

  @Scheduled(
      every = "${fapiao.stock.watch-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    QuarkusTransaction.requiringNew().run(this::measure);
  }

  private void measure() {
    List<StockLevel> few = new ArrayList<>();
    for (Meters measured : meters) {
      StockLevel level = levels.of(measured.kind());
      measured.read(level);
      if (level.low()) {
        few.add(level);
      }
    }
    if (!few.isEmpty()) {
      tell(few);
    }
  }

  private void tell(List<StockLevel> few) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, Promise.CHINA);
    int first =
        database
            .createNativeQuery(TELL)
            .setParameter("day", day)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
    if (first > 0) {
      journal.record(
          "stock", new StockEvent.StockLow(day, few.stream().map(StockWatch::told).toList()));
      LOG.warnf("stock is low, kinds=%d day=%s", few.size(), day);
    }
  }

  private static StockEvent.LowKind told(StockLevel level) {
    StockLevel.Quota quota = level.quota();
    return new StockEvent.LowKind(
        level.kind().type(),
        level.kind().medium(),
        level.available(),
        level.threshold(),
        quota == null ? null : Amount.of(quota.left()),
        quota == null ? null : Amount.of(quota.limit()),
        level.waiting());
  }

  private static AtomicLong gauge(
      MeterRegistry registry, FapiaoKind kind, String what, String description) {
    AtomicLong value = new AtomicLong();
    Gauge.builder("fapiao.stock." + what, value, AtomicLong::get)
        .description(description)
        .tag("type", kind.type().name())
        .tag("medium", kind.medium().name())
        .register(registry);
    return value;
  }
}
