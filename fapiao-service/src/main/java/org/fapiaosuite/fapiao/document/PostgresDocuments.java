package org.fapiaosuite.fapiao.document;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the service's own database, so that one backup has everything: rows of 64 KiB, of
 * which one at a time is in memory. A reader holds no connection while they take their time.
 */
@ApplicationScoped
class PostgresDocuments implements DocumentStore {

  private static final int PIECE = 64 * 1024;

  /** Tells by what it answers whether the content is new. */
  private static final String KEEP =
      """
      INSERT INTO document (digest, size_bytes, brought_at) VALUES (?, ?, ?)
      ON CONFLICT (digest) DO UPDATE SET brought_at = excluded.brought_at RETURNING xmax = 0
      """;

  private static final String KEEP_PIECE =
      "INSERT INTO document_chunk (digest, position, content) VALUES (?, ?, ?)";

  private static final String PIECE_AT =
      "SELECT content FROM document_chunk WHERE digest = ? AND position = ?";

  /** Whoever refers to documents stands here. */
  private static final String FORGET =
      """
      DELETE FROM document d WHERE d.brought_at < ?
        AND NOT EXISTS (SELECT FROM support_file f WHERE f.digest = d.digest)
      """;

  private final AgroalDataSource database;
  private final Clock clock;

  PostgresDocuments(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public KeptDocument keep(Path content) throws IOException {
    KeptDocument document = new KeptDocument(digest(content), Files.size(content));
    try (Connection connection = database.getConnection()) {
      if (isNew(connection, document)) {
        keepPieces(connection, document, content);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep a document", e);
    }
    return document;
  }

  private boolean isNew(Connection connection, KeptDocument document) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setString(1, document.digest());
      keep.setLong(2, document.size());
      keep.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = keep.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void keepPieces(Connection connection, KeptDocument document, Path content)
      throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(content);
        PreparedStatement keep = connection.prepareStatement(KEEP_PIECE)) {
      byte[] piece = new byte[PIECE];
      int position = 0;
      int length = in.readNBytes(piece, 0, PIECE);
      while (length > 0) {
        keep.setString(1, document.digest());
        keep.setInt(2, position++);
        keep.setBytes(3, Arrays.copyOf(piece, length));
        keep.executeUpdate();
        length = in.readNBytes(piece, 0, PIECE);
      }
    }
  }

  @Override
  public void write(KeptDocument document, OutputStream out) throws IOException {
    long left = document.size();
    for (int position = 0; left > 0; position++) {
      byte[] piece = piece(document.digest(), position);
      if (piece == null || piece.length > left) {
        throw new IOException("a document is not whole");
      }
      out.write(piece);
      left -= piece.length;
    }
  }

  private byte @Nullable [] piece(String digest, int position) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PIECE_AT)) {
      select.setString(1, digest);
      select.setInt(2, position);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read a document", e);
    }
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int forgetUnused(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setObject(1, before.atOffset(ZoneOffset.UTC));
      return forget.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot forget documents", e);
    }
  }

  private static String digest(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[PIECE];
      int length = in.read(piece);
      while (length >= 0) {
        digest.update(piece, 0, length);
        length = in.read(piece);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
