package org.fapiaosuite.messaging.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Explained;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looking for due events costs when very many are parked. */
@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class ManyParkedTest {
  private static final int MANY = 2_000;
  private static final int MOST_AT_ONCE = 50;

  /** The row, the way down the index to the first of its aggregate, and room. */
  private static final int BUFFERS_OF_ONE = 6;

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000})
  void each_parked_event_costs_a_look_into_the_index_though_statistics_know_of_none(int dead)
      throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      // Given
      ofItsOwn(statement);
      add(statement, dead, "DEAD", "NULL", "n::text");
      statement.execute("ANALYZE dead_letter");
      add(statement, MANY, "PARKED", "now()", "n::text");

      // When
      Explained due = Explained.run(connection, DeadLetterTable.SELECT + DeadLetters.DUE);

      // Then
      assertEquals(MOST_AT_ONCE, due.rows(), due::plan);
      assertTrue(due.buffers() <= MANY * BUFFERS_OF_ONE, due::plan);
    }
  }

  @Test
  void the_first_of_each_aggregate_is_due_and_each_that_belongs_to_none() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      // Given
      ofItsOwn(statement);
      park(statement, 1, "one", "'a'", 2, "-1");
      park(statement, 2, "one", "'a'", 1, "-1");
      park(statement, 3, "one", "'b'", 1, "60");
      park(statement, 4, "one", "'b'", 2, "-1");
      park(statement, 5, "two", "'a'", 3, "-1");
      park(statement, 6, "one", "NULL", 1, "-1");
      park(statement, 7, "one", "NULL", 1, "-1");
      park(statement, 8, "one", "'c'", 1, "-1");
      park(statement, 9, "one", "'c'", 1, "-1");

      // When
      List<Long> due = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(DeadLetterTable.SELECT + DeadLetters.DUE)) {
        while (rows.next()) {
          due.add(rows.getLong("id"));
        }
      }

      // Then
      assertEquals(List.of(2L, 5L, 6L, 7L, 8L), due);
    }
  }

  /** A table like that of the letters, which nobody else looks at; gone with the connection. */
  private static void ofItsOwn(Statement statement) throws SQLException {
    statement.execute("CREATE TEMPORARY TABLE dead_letter (LIKE public.dead_letter INCLUDING ALL)");
  }

  private static void add(Statement statement, int count, String state, String next, String key)
      throws SQLException {
    statement.execute(
        """
        INSERT INTO dead_letter (consumer, event_id, type, source, event_key, topic, kafka_partition,
          kafka_offset, data, state, attempts, next_attempt_at, error, first_seen_at, sequence)
        SELECT 'test', gen_random_uuid()::text, 'order.paid.v1', 'test', %s, 'order.events', 0, n,
          '{}', '%s', 1, %s, 'test', now(), n
        FROM generate_series(1, %d) n
        """
            .formatted(key, state, next, count));
  }

  private static void park(
      Statement statement, int id, String consumer, String key, int sequence, String dueIn)
      throws SQLException {
    statement.execute(
        """
        INSERT INTO dead_letter (id, consumer, event_id, type, source, event_key, topic,
          kafka_partition, kafka_offset, data, state, attempts, next_attempt_at, error,
          first_seen_at, sequence)
        OVERRIDING SYSTEM VALUE
        VALUES (%1$d, '%2$s', '%1$d', 'order.paid.v1', 'test', %3$s, 'order.events', 0, 1, '{}',
          'PARKED', 1, now() + make_interval(secs => %5$s), 'test', now(), %4$d)
        """
            .formatted(id, consumer, key, sequence, dueIn));
  }
}
