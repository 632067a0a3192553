package org.fapiaosuite.messaging;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the library's tables into the service's database, beside the service's own history. */
@ApplicationScoped
class MessagingSchema {
  /** After 1, 2, 4, 8 and 16 seconds. */
  private static final int CONNECT_RETRIES = 5;

  /** Of the session that migrates; one in a transaction on another connection would end idle. */
  private static final Map<String, String> OWN_LOCK =
      Map.of("flyway.postgresql.transactional.lock", "false");

  private final AgroalDataSource database;
  private final SupportedPostgres supported;

  MessagingSchema(AgroalDataSource database, SupportedPostgres supported) {
    this.database = database;
    this.supported = supported;
  }

  /** Before anything else of this library starts. */
  void migrate(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:org/fapiaosuite/messaging/migration")
        .table("messaging_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .connectRetries(CONNECT_RETRIES)
        .configuration(OWN_LOCK)
        .callbacks(supported)
        .load()
        .migrate();
  }
}
