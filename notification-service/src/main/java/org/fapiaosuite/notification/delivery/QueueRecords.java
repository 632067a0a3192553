package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the numbers about the queue fresh and removes what is too old to be kept. */
@ApplicationScoped
class QueueRecords {
  private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
  private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

  private static final String COUNT =
      """
      SELECT state, count(*), min(created_at) FROM delivery
      WHERE next_attempt_at IS NOT NULL OR lease_until IS NOT NULL GROUP BY state
      """;

  private static final String PURGE =
      """
      DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE id < ?
        AND state IN ('SENT', 'PERMANENT_FAILURE', 'DROPPED') ORDER BY id LIMIT 1000)
      """;

  private final AgroalDataSource database;
  private final DeliveryConfig config;
  private final Clock clock;
  private final Map<DeliveryState, AtomicLong> counts = new EnumMap<>(DeliveryState.class);
  private final AtomicLong oldestSeconds = new AtomicLong();
  private Instant countedAt = Instant.MIN;
  private Instant purgedAt = Instant.MIN;

  QueueRecords(
      AgroalDataSource database, DeliveryConfig config, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.config = config;
    this.clock = clock;
    for (DeliveryState state : DeliveryState.values()) {
      if (!state.isFinal()) {
        AtomicLong count = new AtomicLong();
        counts.put(state, count);
        Gauge.builder("fapiao.mail.unsent", count, AtomicLong::get)
            .description("Mails not sent yet, by state")
            .tag("state", state.name())
            .register(registry);
      }
    }
    Gauge.builder("fapiao.mail.oldest.unsent", oldestSeconds, AtomicLong::get)
        .description("Age of the oldest mail not sent yet")
        .baseUnit("seconds")
        .register(registry);
  }

  /** Does what is due; called often. */
  void tend() throws SQLException {
    Instant now = clock.instant();
    if (countedAt.isBefore(now.minus(COUNT_EVERY))) {
      countedAt = now;
      count(now);
    }
    if (purgedAt.isBefore(now.minus(PURGE_EVERY))) {
      purgedAt = now;
      purge(now.minus(config.retention()));
    }
  }

  private void count(Instant now) throws SQLException {
    Map<DeliveryState, Long> fresh = new EnumMap<>(DeliveryState.class);
    Instant oldest = now;
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT);
        ResultSet rows = count.executeQuery()) {
      while (rows.next()) {
        fresh.put(DeliveryState.valueOf(rows.getString(1)), rows.getLong(2));
        Instant created = rows.getObject(3, OffsetDateTime.class).toInstant();
        oldest = created.isBefore(oldest) ? created : oldest;
      }
    }
    counts.forEach((state, gauge) -> gauge.set(fresh.getOrDefault(state, 0L)));
    oldestSeconds.set(Duration.between(oldest, now).toSeconds());
  }

  /** Ids grow with time, so the boundary in time is one among the ids. */
  private void purge(Instant before) throws SQLException {
    UUID boundary = new UUID(before.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L);
    try (Connection connection = database.getConnection();
        PreparedStatement purge = connection.prepareStatement(PURGE)) {
      purge.setObject(1, boundary);
      purge.executeUpdate();
    }
  }
}
