package org.fapiaosuite.messaging.trust;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.fapiaosuite.rest.trust.KeptKeys;
import org.jboss.logging.Logger;

/** Keeps the published keys of access tokens in the service's database. */
@ApplicationScoped
class KeysInDatabase implements KeptKeys {

  private static final Logger LOG = Logger.getLogger(KeysInDatabase.class);

  private final AgroalDataSource database;

  KeysInDatabase(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public Optional<String> read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT jwks FROM published_keys");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      LOG.warnf("published keys cannot be read, sqlState=%s", e.getSQLState());
      return Optional.empty();
    }
  }

  @Override
  public void keep(String jwks) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO published_keys (jwks) VALUES (?)
                ON CONFLICT (single) DO UPDATE SET jwks = excluded.jwks, kept_at = now()
                """)) {
      insert.setString(1, jwks);
      insert.executeUpdate();
    } catch (SQLException e) {
      LOG.warnf("published keys cannot be kept, sqlState=%s", e.getSQLState());
    }
  }
}
