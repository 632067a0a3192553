package org.fapiaosuite.messaging;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Lets a service's migration take longer than a transaction may be idle, and a copy that starts
 * meanwhile wait for it. By itself Flyway holds its lock in a transaction on another connection,
 * which is idle meanwhile: the server ends it after {@code idle_in_transaction_session_timeout},
 * and the migration with it. A lock of the session is held by the one connection that migrates.
 */
@ApplicationScoped
class MigrationLock implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    configuration.lockRetryCount(-1);
  }
}
