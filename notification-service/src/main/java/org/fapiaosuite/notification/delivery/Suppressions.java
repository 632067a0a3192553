package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.smtp.SmtpReply;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Addresses whose mailbox does not exist, as the mail server said for good. Nothing goes there
 * until staff say otherwise, for who keeps knocking is taken for a spammer.
 */
@ApplicationScoped
public class Suppressions {
  private static final Logger LOG = Logger.getLogger(Suppressions.class);
  private static final String ADD =
      "INSERT INTO suppression (address, reply, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private final AgroalDataSource database;
  private final Clock clock;

  Suppressions(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes a bounce. One that cannot be noted comes again with the next mail. */
  void add(EmailAddress address, @Nullable SmtpReply reply) {
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, address.key());
      add.setString(2, reply == null ? null : reply.line());
      add.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    } catch (SQLException e) {
      LOG.warnf("bounce could not be recorded, sqlState=%s", e.getSQLState());
    }
  }

  /** Lets mails go there again; false when the address was not suppressed. */
  public boolean lift(EmailAddress address) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement lift =
            connection.prepareStatement("DELETE FROM suppression WHERE address = ?")) {
      lift.setString(1, address.key());
      return lift.executeUpdate() == 1;
    }
  }
}
