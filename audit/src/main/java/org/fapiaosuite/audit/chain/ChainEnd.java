package org.fapiaosuite.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * Where the chain ends. Kept outside of the database, it shows later that nothing up to there was
 * taken away or written anew.
 *
 * @param position of the last sealed entry, 0 before the first
 * @param hash of the last sealed entry
 */
record ChainEnd(long position, byte[] hash) {

  static final ChainEnd START = new ChainEnd(0, EntryHash.start());

  static ChainEnd of(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? new ChainEnd(row.getLong(1), row.getBytes(2)) : START;
    }
  }

  /** As it is logged and told: {@code <position>:<hash>}. */
  String anchor() {
    return position + ":" + HexFormat.of().formatHex(hash);
  }
}
