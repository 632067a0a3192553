package org.fapiaosuite.messaging.trust;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Revocations in the service's database, where they outlive a restart while Kafka is away. */
@ApplicationScoped
class RevocationTable {

  private static final String KEEP =
      """
      INSERT INTO revocation (subject, epoch, kept_until) VALUES (?, ?, ?)
      ON CONFLICT (subject) DO UPDATE SET
        epoch = greatest(revocation.epoch, excluded.epoch),
        kept_until = greatest(revocation.kept_until, excluded.kept_until)
      """;

  private final AgroalDataSource database;

  RevocationTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Those that still matter. */
  List<Revocation> living(Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT subject, epoch, kept_until FROM revocation WHERE kept_until > ?")) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = select.executeQuery()) {
        List<Revocation> living = new ArrayList<>();
        while (rows.next()) {
          living.add(
              new Revocation(
                  rows.getObject(1, UUID.class),
                  rows.getLong(2),
                  rows.getObject(3, OffsetDateTime.class).toInstant()));
        }
        return living;
      }
    }
  }

  /** Keeps them, each in a transaction of its own; other copies may keep the same ones. */
  void keep(Collection<Revocation> revocations) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      for (Revocation revocation : revocations) {
        insert.setObject(1, revocation.subject());
        insert.setLong(2, revocation.epoch());
        insert.setObject(3, revocation.until().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
    }
  }

  /** Forgets those whose tokens have all expired. */
  void forget(Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM revocation WHERE kept_until <= ?")) {
      delete.setObject(1, now.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
