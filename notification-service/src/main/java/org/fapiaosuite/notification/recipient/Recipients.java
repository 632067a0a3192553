package org.fapiaosuite.notification.recipient;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The accounts' addresses. The newest news counts, whatever order it arrives in. */
@ApplicationScoped
public class Recipients {
  private static final String LEARN =
      """
      INSERT INTO recipient (account_id, address, locale, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (account_id) DO UPDATE SET address = excluded.address,
        locale = coalesce(excluded.locale, recipient.locale), changed_at = excluded.changed_at
      WHERE recipient.changed_at <= excluded.changed_at
      """;

  private static final String REGISTERED =
      """
      UPDATE recipient SET registered = true WHERE account_id = ?
      """;

  private static final String REGISTERED_WITH =
      """
      SELECT account_id FROM recipient WHERE lower(address) = ? AND registered
      ORDER BY account_id LIMIT 1
      """;

  /** Who sends one of them just now loses the lease, so that the outcome brings nothing back. */
  private static final String FORGET_MAILS =
      """
      UPDATE delivery SET address = NULL, sent_to = NULL, reply = NULL, facts = '{}',
        order_numbers = '{}', next_attempt_at = NULL, lease = NULL, lease_until = NULL,
        before_claim = NULL, changed_at = ?,
        state = CASE WHEN state IN ('PENDING', 'SENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')
          THEN 'DROPPED' ELSE state END,
        reason = CASE WHEN state IN ('PENDING', 'SENDING', 'TEMPORARY_FAILURE', 'UNKNOWN')
          THEN 'ERASED' ELSE reason END
      WHERE account_id = ? OR lower(address) IN
        (SELECT lower(address) FROM recipient WHERE account_id = ?)
      """;

  private static final String FORGET = "DELETE FROM recipient WHERE account_id = ?";

  private final AgroalDataSource database;

  Recipients(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Notes an account's address.
   *
   * @param locale BCP 47, null to leave what is known
   * @param since when it became true
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void learn(String accountId, String address, @Nullable String locale, Instant since) {
    try (Connection connection = database.getConnection();
        PreparedStatement learn = connection.prepareStatement(LEARN)) {
      learn.setString(1, accountId);
      learn.setString(
          2, EmailAddress.parseForDelivery(address).map(EmailAddress::text).orElse(address));
      learn.setString(3, locale);
      learn.setObject(4, since.atOffset(ZoneOffset.UTC));
      learn.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot note a recipient", e);
    }
  }

  /** Notes that an account registered, so that what its mailbox pays is among its bills. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void registered(String accountId) {
    try (Connection connection = database.getConnection();
        PreparedStatement note = connection.prepareStatement(REGISTERED)) {
      note.setString(1, accountId);
      note.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot note a recipient", e);
    }
  }

  /** The account that registered with an address, as far as that is known here. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> registeredWith(String address) {
    Optional<EmailAddress> mailbox = EmailAddress.parseForDelivery(address);
    if (mailbox.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement find = connection.prepareStatement(REGISTERED_WITH)) {
      find.setString(1, mailbox.get().key());
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read a recipient", e);
    }
  }

  /** The language an account reads, null when unknown. */
  @Transactional(Transactional.TxType.MANDATORY)
  public @Nullable String localeOf(String accountId) {
    try (Connection connection = database.getConnection();
        PreparedStatement find =
            connection.prepareStatement("SELECT locale FROM recipient WHERE account_id = ?")) {
      find.setString(1, accountId);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read a recipient", e);
    }
  }

  /** Forgets an account: its address, and what its mails said. Mails not sent yet never are. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String accountId, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement mails = connection.prepareStatement(FORGET_MAILS);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      mails.setObject(1, at.atOffset(ZoneOffset.UTC));
      mails.setString(2, accountId);
      mails.setString(3, accountId);
      mails.executeUpdate();
      forget.setString(1, accountId);
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot forget a recipient", e);
    }
  }
}
