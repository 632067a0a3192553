package org.fapiaosuite.audit.chain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.audit.AuditConfig;
import org.fapiaosuite.audit.AuditEntry;

/**
 * Gives committed entries their place in the chain. One at a time does so, whichever copy of the
 * service: an advisory lock that ends with the transaction, and the key of the places behind it.
 */
@ApplicationScoped
class Sealer {

  /** "audit seal" as a number; any constant that nothing else in the database locks on. */
  private static final long LOCK = 0x0A0D175EA1L;

  private static final String UNSEALED =
      "SELECT "
          + AuditEntry.COLUMNS
          + " FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry ORDER BY e.id LIMIT ?";

  private final AgroalDataSource database;
  private final AuditConfig config;

  Sealer(AgroalDataSource database, AuditConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Seals a batch; how many entries it was. None when somebody else is sealing. */
  @Transactional(rollbackOn = SQLException.class)
  int sealBatch() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!isAlone(connection)) {
        return 0;
      }
      ChainEnd end = ChainEnd.of(connection);
      List<AuditEntry> entries = unsealed(connection);
      if (!entries.isEmpty()) {
        seal(connection, end, entries);
      }
      return entries.size();
    }
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private List<AuditEntry> unsealed(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNSEALED)) {
      select.setInt(1, config.batchSize());
      try (ResultSet row = select.executeQuery()) {
        List<AuditEntry> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(AuditEntry.of(row));
        }
        return entries;
      }
    }
  }

  private static void seal(Connection connection, ChainEnd end, List<AuditEntry> entries)
      throws SQLException {
    long position = end.position();
    byte[] hash = end.hash();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO audit_seal (position, entry, hash) VALUES (?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM audit_unsealed WHERE entry = ?")) {
      for (AuditEntry entry : entries) {
        position++;
        hash = EntryHash.of(hash, position, entry);
        insert.setLong(1, position);
        insert.setLong(2, entry.id());
        insert.setBytes(3, hash);
        insert.addBatch();
        delete.setLong(1, entry.id());
        delete.addBatch();
      }
      insert.executeBatch();
      delete.executeBatch();
    }
  }
}
