package org.fapiaosuite.ordersync.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.fapiaosuite.kernel.EmailAddress;

/** Payers who erased their account, and what orders and facts still say of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ErasedPayers {

  /** In place of an address; by standard no mail can ever reach it (RFC 2606). */
  static final String NO_ADDRESS = "erased@account.invalid";

  /** In place of a name. */
  static final String NO_NAME = "-";

  private static final String NOTE =
      """
      INSERT INTO erased_payer (account_id, customer_id, email_digest, erased_at)
      VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String ALL = "SELECT DISTINCT customer_id, email_digest FROM erased_payer";

  private static final String FORGET_ERASED = "DELETE FROM erased_payer WHERE erased_at <= ?";

  private static final String ADDRESSES =
      """
      SELECT payer_email FROM orders WHERE customer_id = ? AND payer_email IS NOT NULL
      UNION
      SELECT told.payer_email FROM orders JOIN fact told ON told.order_id = orders.id
      WHERE orders.customer_id = ? AND told.payer_email IS NOT NULL
      UNION
      SELECT mended.payer_email FROM orders
      JOIN order_decision mended ON mended.order_id = orders.id
      WHERE orders.customer_id = ? AND mended.payer_email IS NOT NULL
      """;

  private static final String FORGET_IN_FACTS =
      """
      UPDATE fact SET payer_email = ? FROM orders
      WHERE orders.id = fact.order_id AND orders.customer_id = ? AND fact.payer_email = ANY (?)
      """;

  private static final String FORGET_IN_DECISIONS =
      """
      UPDATE order_decision SET payer_email = ? FROM orders
      WHERE orders.id = order_decision.order_id AND orders.customer_id = ?
        AND order_decision.payer_email = ANY (?)
      """;

  private static final String FORGET_IN_ORDERS =
      """
      UPDATE orders SET payer_email = ?, version = version + 1
      WHERE customer_id = ? AND payer_email = ANY (?)
      """;

  private static final String FORGET_NAMES =
      """
      WITH old AS (
        UPDATE orders SET payer_name = ?, version = version + 1
        WHERE payer_email = '%s' AND payer_name <> '%s' AND paid_at <= ? RETURNING id),
      told AS (
        UPDATE fact SET payer_name = ? FROM old WHERE order_id = old.id AND payer_name IS NOT NULL),
      mended AS (
        UPDATE order_decision SET payer_name = ? FROM old
        WHERE order_id = old.id AND payer_name IS NOT NULL)
      SELECT count(*) FROM old
      """
          .formatted(NO_ADDRESS, NO_NAME);

  private final AgroalDataSource database;

  ErasedPayers(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A payer among those of a customer.
   *
   * @param customerId {@code <platform>:<customerId>}
   * @param emailDigest SHA-256 of the address's {@link EmailAddress#key() key}, hexadecimal
   */
  record Payer(String customerId, String emailDigest) {}

  void note(String account, Payer payer, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      insert.setString(1, account);
      insert.setString(2, payer.customerId());
      insert.setString(3, payer.emailDigest());
      insert.setObject(4, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("an erased payer cannot be noted", e);
    }
  }

  List<Payer> all() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet rows = select.executeQuery()) {
      List<Payer> payers = new ArrayList<>();
      while (rows.next()) {
        payers.add(new Payer(rows.getString(1), rows.getString(2)));
      }
      return payers;
    } catch (SQLException e) {
      throw new IllegalStateException("erased payers cannot be read", e);
    }
  }

  void forgetErasedBefore(Instant moment) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET_ERASED)) {
      delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("erased payers cannot be forgotten", e);
    }
  }

  /** Replaces the payer's address in the customer's orders and in what was said of them. */
  void forgetAddress(Payer payer) {
    try (Connection connection = database.getConnection()) {
      List<String> written = addressesOf(connection, payer);
      if (!written.isEmpty()) {
        replace(connection, FORGET_IN_ORDERS, payer, written);
        replace(connection, FORGET_IN_FACTS, payer, written);
        replace(connection, FORGET_IN_DECISIONS, payer, written);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("an erased payer cannot be forgotten", e);
    }
  }

  /** However the platform wrote the address. */
  private static List<String> addressesOf(Connection connection, Payer payer) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ADDRESSES)) {
      select.setString(1, payer.customerId());
      select.setString(2, payer.customerId());
      select.setString(3, payer.customerId());
      List<String> written = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (payer.emailDigest().equals(digest(rows.getString(1)))) {
            written.add(rows.getString(1));
          }
        }
      }
      return written;
    }
  }

  private static void replace(Connection connection, String sql, Payer payer, List<String> written)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, NO_ADDRESS);
      update.setString(2, payer.customerId());
      update.setArray(3, connection.createArrayOf("text", written.toArray()));
      update.executeUpdate();
    }
  }

  /**
   * Replaces the names of payers without address.
   *
   * @param before orders paid until then
   * @return how many orders
   */
  int forgetNames(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(FORGET_NAMES)) {
      update.setString(1, NO_NAME);
      update.setObject(2, before.atOffset(ZoneOffset.UTC));
      update.setString(3, NO_NAME);
      update.setString(4, NO_NAME);
      try (ResultSet count = update.executeQuery()) {
        return count.next() ? count.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("payers' names cannot be forgotten", e);
    }
  }

  private static String digest(String address) {
    String key = EmailAddress.parseForDelivery(address).map(EmailAddress::key).orElse(address);
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
