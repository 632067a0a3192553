package org.fapiaosuite.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class MigrationLockTest {

  private static final String SCHEMA = "migration_lock";

  @Inject Flyway service;

  @Test
  void a_migration_leaves_no_connection_idle_in_a_transaction() throws SQLException {
    // Given
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    V1__Look look = new V1__Look();

    // When
    migrate(look);

    // Then
    assertEquals(List.of("active"), look.states);
  }

  private void migrate(V1__Look look) throws SQLException {
    try (Connection connection = Database.connect()) {
      String user = connection.getMetaData().getUserName();
      String url = connection.getMetaData().getURL() + "?ApplicationName=" + SCHEMA;
      Flyway.configure()
          .configuration(service.getConfiguration())
          .dataSource(url, user, user)
          .schemas(SCHEMA)
          .javaMigrations(look)
          .load()
          .migrate();
    }
  }

  /** Looks at what Flyway's connections do. */
  private static final class V1__Look extends BaseJavaMigration {
    private final List<String> states = new ArrayList<>();

    @Override
    public void migrate(Context context) throws SQLException {
      try (Statement statement = context.getConnection().createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT state FROM pg_stat_activity WHERE state <> 'idle' AND application_name = '"
                      + SCHEMA
                      + "'")) {
        while (rows.next()) {
          states.add(rows.getString(1));
        }
      }
    }
  }
}
