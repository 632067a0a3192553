package org.fapiaosuite.messaging.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.fapiaosuite.messaging.MessagingConfig;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Explained;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch costs after Kafka was away. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class BacklogTest {
  private static final int FEW = 200;
  private static final int MANY = 5_000;
  private static final int BATCH = 100;

  @Inject MessagingConfig config;

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void a_batch_costs_the_same_however_many_wait_though_statistics_know_of_none(String plan)
      throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      // Given
      ofItsOwn(statement);
      add(statement, 10_000, "now()", "NULL");
      statement.execute("ANALYZE outbox");
      statement.execute("SET plan_cache_mode = " + plan);
      statement.execute("PREPARE batch (integer) AS " + OutboxTable.UNSENT.replace("?", "$1"));

      // When
      add(statement, FEW, "NULL", "NULL");
      long ofFew = buffers(connection);
      add(statement, MANY - FEW, "NULL", "NULL");
      long ofMany = buffers(connection);

      // Then
      assertTrue(ofMany <= 2 * ofFew, () -> ofFew + " " + ofMany);
      assertTrue(ofMany <= 4 * BATCH, () -> ofFew + " " + ofMany);
    }
  }

  @Test
  void what_was_held_and_is_sent_holds_nothing_back() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      // Given
      ofItsOwn(statement);
      add(statement, 1, "NULL", "now() + interval '1 hour'");
      OutboxTable table = new OutboxTable(connection, config);

      // When
      table.markSent(List.of(1L));

      // Then
      try (ResultSet held =
          statement.executeQuery("SELECT count(*) FROM outbox WHERE next_attempt_at IS NOT NULL")) {
        assertTrue(held.next() && held.getInt(1) == 0);
      }
    }
  }

  /** A table like the outbox, which no relay looks at; gone with the connection. */
  private static void ofItsOwn(Statement statement) throws SQLException {
    statement.execute("CREATE TEMPORARY TABLE outbox (LIKE public.outbox INCLUDING ALL)");
  }

  private static void add(Statement statement, int count, String sentAt, String nextAttemptAt)
      throws SQLException {
    statement.execute(
        """
        INSERT INTO outbox (event_id, topic, type, aggregate_id, occurred_at, data, sent_at, next_attempt_at)
        SELECT gen_random_uuid(), 'order.events', 'order.paid.v1', gen_random_uuid()::text, now(),
          repeat('0', 400), %s, %s
        FROM generate_series(1, %d)
        """
            .formatted(sentAt, nextAttemptAt, count));
  }

  private static long buffers(Connection connection) throws SQLException {
    Explained batch = Explained.run(connection, "EXECUTE batch (" + BATCH + ")");
    assertEquals(BATCH, batch.rows(), batch::plan);
    return batch.buffers();
  }
}
