package org.fapiaosuite.peer;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** At start, the three histories of the service's database are checked. Nothing is ever migrated. */
@Configuration(proxyBeanMethods = false)
class Histories {

  @Bean
  FlywayMigrationStrategy check() {
    return own -> {
      own.validate();
      check(own, "messaging", "messaging_schema_history");
      check(own, "audit", "flyway_audit_history");
    };
  }

  private static void check(Flyway own, String library, String table) {
    Flyway.configure()
        .dataSource(own.getConfiguration().getDataSource())
        .locations("classpath:org/fapiaosuite/" + library + "/migration")
        .table(table)
        .load()
        .validate();
  }
}
