package org.fapiaosuite.messaging;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to migrate the database of a server that is too old, before anything is changed there.
 */
@ApplicationScoped
class SupportedPostgres implements FlywayConfigurationCustomizer, Callback {
  /** MERGE, and what the tests run with; 18 is recommended. */
  private static final int OLDEST = 15;

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.callbacks(this);
  }

  /** What to tell the operator of a server of this release, empty when it will do. */
  static Optional<String> refusal(int release) {
    return release < OLDEST
        ? Optional.of(
            "does not start: the database server is PostgreSQL %d, supported are %d and later, 18 is recommended"
                .formatted(release, OLDEST))
        : Optional.empty();
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      int release = context.getConnection().getMetaData().getDatabaseMajorVersion();
      refusal(release).ifPresent(SupportedPostgres::refuse);
    } catch (SQLException e) {
      throw new FlywayException("the release of the database server is unknown", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "supported PostgreSQL";
  }

  private static void refuse(String refusal) {
    throw new FlywayException(refusal);
  }
}
