package org.fapiaosuite.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.fapiaosuite.audit.AuditEntry;
import org.fapiaosuite.audit.chain.Verification.Broken;
import org.fapiaosuite.audit.chain.Verification.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Computes a chain again, from its start to its end or to the first entry that does not fit. Reads
 * in steps, so that it holds few rows at a time and no transaction open.
 */
final class Verifier {

  private static final int STEP = 1000;

  private static final String NEXT =
      "SELECT s.position, s.entry, s.hash, "
          + AuditEntry.COLUMNS
          + " FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry"
          + " WHERE s.position > ? ORDER BY s.position LIMIT "
          + STEP;

  private static final String VANISHED =
      "SELECT min(u.entry) FROM audit_unsealed u WHERE NOT EXISTS"
          + " (SELECT FROM audit_entry e WHERE e.id = u.entry)";

  private static final String PAST_THE_TRAIL =
      "SELECT min(e.id) FROM audit_entry e"
          + " WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry = e.id)"
          + " AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry = e.id)";

  private final Connection connection;
  private final @Nullable String anchor;
  private long rows;
  private byte[] hash = EntryHash.start();
  private @Nullable Instant upTo;
  private boolean anchored;

  /**
   * @param anchor an end of the chain that was logged before, {@code <position>:<hash>}; null to do
   *     without
   */
  Verifier(Connection connection, @Nullable String anchor) {
    this.connection = connection;
    this.anchor = anchor;
    this.anchored = anchor == null || anchor.equals(ChainEnd.START.anchor());
  }

  Verification verify() throws SQLException {
    Broken broken = firstBroken();
    return new Verification(
        rows,
        upTo,
        new ChainEnd(rows, hash).anchor(),
        number("SELECT count(*) FROM audit_unsealed"),
        broken);
  }

  private @Nullable Broken firstBroken() throws SQLException {
    long seen;
    do {
      seen = rows;
      Broken broken = step();
      if (broken != null) {
        return broken;
      }
    } while (rows - seen == STEP);
    long vanished = number(VANISHED);
    if (vanished != 0) {
      return new Broken(0, vanished, Finding.REMOVED);
    }
    long past = number(PAST_THE_TRAIL);
    if (past != 0) {
      return new Broken(0, past, Finding.UNSEALED);
    }
    return anchored ? null : new Broken(rows, 0, Finding.ANCHOR);
  }

  private @Nullable Broken step() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setLong(1, rows);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Broken broken = check(row);
          if (broken != null) {
            return broken;
          }
        }
        return null;
      }
    }
  }

  private @Nullable Broken check(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    long sealed = row.getLong("entry");
    if (position != rows + 1) {
      return new Broken(rows + 1, 0, Finding.REMOVED);
    }
    row.getLong("id");
    if (row.wasNull()) {
      return new Broken(position, sealed, Finding.REMOVED);
    }
    AuditEntry entry = AuditEntry.of(row);
    byte[] expected = EntryHash.of(hash, position, entry);
    if (!Arrays.equals(expected, row.getBytes("hash"))) {
      return new Broken(position, sealed, Finding.CHANGED);
    }
    hash = expected;
    rows = position;
    upTo = entry.at();
    return anchor != null && anchor.startsWith(position + ":") ? compare(position, sealed) : null;
  }

  private @Nullable Broken compare(long position, long entry) {
    anchored = (position + ":" + HexFormat.of().formatHex(hash)).equals(anchor);
    return anchored ? null : new Broken(position, entry, Finding.ANCHOR);
  }

  private long number(String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
