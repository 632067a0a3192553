package org.fapiaosuite.ordersync.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes a partition for each day ahead of time and drops old ones whole; deletes old keys. Any
 * number of copies of the service may do it, and may do it at once.
 */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final String PREFIX = "push_";

  /** DDL that waits for a lock holds up every push behind it, so it gives up and comes again. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '500ms'";

  private static final String PARTITIONS =
      """
      SELECT child.relname FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
      WHERE inhparent = 'push'::regclass AND child.relname ~ '^push_[0-9]{8}$'
      """;

  private static final String KEYS =
      """
      DELETE FROM push_key WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM push_key WHERE received_at < ? LIMIT 5000))
      """;

  private static final String REFUSED = "DELETE FROM refused_push WHERE received_at < ?";

  private final AgroalDataSource database;
  private final RetentionConfig config;
  private final Clock clock;

  Retention(AgroalDataSource database, RetentionConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Before the first push comes in. */
  void prepare(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    tend();
  }

  /** Sees to today's and the coming days' partitions and lets go of what is old. */
  @Scheduled(
      every = "{fapiao.order-sync.retention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void tend() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (Connection connection = database.getConnection()) {
      for (int ahead = 0; ahead <= config.daysAhead(); ahead++) {
        make(connection, today.plusDays(ahead));
      }
      for (String partition : olderThan(connection, today.minusDays(config.pushBodyDays()))) {
        change(connection, "DROP TABLE IF EXISTS " + partition);
      }
      Instant oldest = clock.instant().minus(Duration.ofDays(config.pushKeyDays()));
      while (delete(connection, KEYS, oldest) > 0) {
        // the next few thousand
      }
      delete(connection, REFUSED, oldest);
    } catch (SQLException e) {
      LOG.warnf("retention postponed sqlState=%s", e.getSQLState());
    }
  }

  private static void make(Connection connection, LocalDate day) {
    change(
        connection,
        "CREATE TABLE IF NOT EXISTS %s PARTITION OF push FOR VALUES FROM ('%sT00:00Z') TO ('%sT00:00Z')"
            .formatted(name(day), day, day.plusDays(1)));
  }

  private static String name(LocalDate day) {
    return PREFIX + day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static void change(Connection connection, String ddl) {
    try (Statement statement = connection.createStatement()) {
      // Several statements sent at once are one transaction, to which the patience is local.
      statement.execute(PATIENCE + "; " + ddl);
    } catch (SQLException e) {
      // Another copy was faster, or the table is busy: the rows go to the default partition.
      LOG.warnf("partition postponed sqlState=%s", e.getSQLState());
    }
  }

  private static List<String> olderThan(Connection connection, LocalDate day) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PARTITIONS)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        if (rows.getString(1).compareTo(name(day)) < 0) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  private static int delete(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate();
    }
  }
}
