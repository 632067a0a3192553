package org.fapiaosuite.account.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The signing keys in the database, each encrypted (12 bytes nonce, ciphertext with tag). */
@ApplicationScoped
class SealedKeys {

  private static final String PURPOSE = "signing-keys";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('signing_key', 0))";
  private static final String ALL =
      "SELECT sealed, signs_from FROM signing_key ORDER BY signs_from";
  private static final String ADD =
      "INSERT INTO signing_key (id, sealed, signs_from) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String FORGET =
      """
      DELETE FROM signing_key old WHERE EXISTS (
        SELECT FROM signing_key next
        WHERE next.signs_from > old.signs_from AND next.signs_from <= ?)
      """;

  private final AgroalDataSource database;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  SealedKeys(AgroalDataSource database, MasterKey master) {
    this.database = database;
    this.key = new SecretKeySpec(master.mac(PURPOSE, PURPOSE.getBytes(UTF_8)), "AES");
  }

  /** A key pair, and from when on it signs. */
  record Dated(KeyPairP256 pair, Instant signsFrom) {}

  /** Until the transaction ends, no other copy of the service adds a key. */
  void lock() {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.executeQuery().close();
    } catch (SQLException e) {
      throw new IllegalStateException("the signing keys cannot be locked", e);
    }
  }

  /** All that are published, in the order in which they sign. */
  List<Dated> all() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet rows = select.executeQuery()) {
      List<Dated> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(
            new Dated(
                KeyPairP256.of(open(rows.getBytes(1))),
                rows.getObject(2, OffsetDateTime.class).toInstant()));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("the signing keys cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the signing keys were encrypted under another fapiao.account.keys.master", e);
    }
  }

  void add(KeyPairP256 pair, Instant signsFrom) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, pair.id());
      insert.setBytes(2, seal(pair.privateKey().getEncoded()));
      insert.setObject(3, signsFrom.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a signing key cannot be kept", e);
    }
  }

  /** Forgets those whose successor has been signing since then. */
  void forgetSucceededBy(Instant moment) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("old signing keys cannot be forgotten", e);
    }
  }

  private byte[] seal(byte[] plain) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private byte[] open(byte[] sealed) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
    return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
  }
}
