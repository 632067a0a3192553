package org.fapiaosuite.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Explained;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index of urgent mails: over a table that is in use, and as the claim uses it. */
@QuarkusTest
class UrgentIndexTest extends LaterSendersTest {
  private static final int FEW = 500;
  private static final int MANY = 20_000;

  /** For each mail, a level more of each index that a claim reads or writes. */
  private static final long MORE_BUFFERS = 10;

  private static final String SCHEMA = "before_urgent";

  @Test
  void what_was_queued_before_the_migration_goes_in_the_same_order() throws SQLException {
    // Given
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    migrateTo("3");
    Database.execute(
        SCHEMA,
        rows(ORDINARY, 500, 0),
        rows(URGENT, 2, 1000),
        "UPDATE delivery SET state = 'SENT', next_attempt_at = NULL"
            + " WHERE id = (SELECT id FROM delivery ORDER BY id DESC LIMIT 1)");

    // When
    migrateTo("latest");

    // Then
    try (AgroalDataSource migrated = connectTo(SCHEMA)) {
      assertEquals(List.of(URGENT, ORDINARY, ORDINARY), take(sender(migrated), 3));
    }
    assertEquals(
        List.of("PENDING 498", "SENDING 3", "SENT 1"),
        Database.column(
            SCHEMA, "SELECT state || ' ' || count(*) FROM delivery GROUP BY state ORDER BY state"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "8, true", "1, false", "8, false"})
  void taking_costs_the_same_however_many_are_due(int together, boolean known) throws SQLException {
    // Given
    add(ORDINARY, MANY, 0);
    Database.execute(
        "public", "UPDATE delivery SET state = 'SENT', next_attempt_at = NULL", "ANALYZE delivery");
    add(ORDINARY, FEW, 0);
    add(URGENT, FEW / 10, 1000);
    long ofFew = buffers(together, known);

    // When
    add(ORDINARY, MANY - FEW, 0);
    add(URGENT, (MANY - FEW) / 10, 1000);
    long ofMany = buffers(together, known);

    // Then
    System.out.printf(
        "buffers a claim of %d: of %d %d, of %d %d%n", together, FEW, ofFew, MANY, ofMany);
    assertTrue(ofMany <= ofFew + MORE_BUFFERS * together, () -> ofFew + " " + ofMany);
  }

  /**
   * The most that a claim reads, by the plan for these values and by that for any.
   *
   * @param known whether PostgreSQL's statistics know how many are due; else they know of none
   */
  private long buffers(int together, boolean known) throws SQLException {
    AtomicInteger number = new AtomicInteger();
    String sql =
        Pattern.compile("\\?")
            .matcher(SendQueue.claimStatement(together))
            .replaceAll(p -> "\\$" + number.incrementAndGet());
    long most = 0;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (known) {
        statement.execute("ANALYZE delivery");
      }
      connection.setAutoCommit(false);
      statement.execute(
          "PREPARE claim (timestamptz, text[], boolean, timestamptz, text[], uuid, timestamptz,"
              + " timestamptz) AS "
              + sql);
      for (String plan : List.of("force_custom_plan", "force_generic_plan")) {
        statement.execute("SET LOCAL plan_cache_mode = " + plan);
        for (boolean urgentFirst : new boolean[] {true, false}) {
          String claim =
              "EXECUTE claim ('%1$s', '{}', %2$s, '%1$s', '{}', gen_random_uuid(), '%1$s', now())"
                  .formatted(LATER, urgentFirst);
          // A new connection reads the catalogue first; those buffers are not the claim's.
          statement.execute("SAVEPOINT before");
          statement.execute(claim);
          statement.execute("ROLLBACK TO before");
          Explained explained = Explained.run(connection, claim);
          statement.execute("ROLLBACK TO before");
          String told = explained.plan();
          assertTrue(told.contains("using delivery_due on"), told);
          assertTrue(
              told.contains(together == 1 ? "using delivery_urgent on" : " delivery_urgent")
                  || (plan.equals("force_custom_plan") && !urgentFirst),
              told);
          most = Math.max(most, explained.buffers());
        }
      }
      connection.rollback();
      statement.execute("DEALLOCATE claim");
      connection.commit();
    }
    return most;
  }

  private static AgroalDataSource connectTo(String schema) throws SQLException {
    try (Connection connection = Database.connect()) {
      String url = connection.getMetaData().getURL();
      String user = connection.getMetaData().getUserName();
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(1)
                          .connectionFactoryConfiguration(
                              factory ->
                                  factory
                                      .jdbcUrl(url + "?currentSchema=" + schema)
                                      .principal(new NamePrincipal(user))
                                      .credential(new SimplePassword(user)))));
    }
  }

  private static void migrateTo(String version) throws SQLException {
    try (Connection connection = Database.connect()) {
      String user = connection.getMetaData().getUserName();
      Flyway.configure()
          .dataSource(connection.getMetaData().getURL(), user, user)
          .schemas(SCHEMA)
          .locations("filesystem:src/main/resources/db/migration")
          .target(version)
          .load()
          .migrate();
    }
  }
}
