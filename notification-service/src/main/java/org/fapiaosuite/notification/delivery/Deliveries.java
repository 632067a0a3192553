package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.messaging.AfterCommit;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.SenderConfig;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/** Where mails are put to be sent. */
@ApplicationScoped
public class Deliveries {
  private static final String INSERT =
      """
      INSERT INTO delivery (id, event_id, kind, message_id, account_id, address, locale, subject_id,
        order_numbers, facts, state, next_attempt_at, give_up_at, created_at, changed_at, resend_of,
        requested_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?)
      ON CONFLICT (event_id, kind) DO NOTHING
      """;

  private static final int LONGEST_ORDER_NUMBER = 200;

  private final AgroalDataSource database;
  private final AfterCommit afterCommit;
  private final Bell bell;
  private final RetryPlan plan;
  private final Ids ids;
  private final Clock clock;
  private final String messageIdDomain;

  Deliveries(
      AgroalDataSource database,
      AfterCommit afterCommit,
      Bell bell,
      RetryPlan plan,
      Ids ids,
      Clock clock,
      SenderConfig sender) {
    this.database = database;
    this.afterCommit = afterCommit;
    this.bell = bell;
    this.plan = plan;
    this.ids = ids;
    this.clock = clock;
    this.messageIdDomain = sender.address().substring(sender.address().lastIndexOf('@') + 1);
  }

  /** Queues a mail in the caller's transaction; a mail that is queued already stays as it is. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(NewDelivery mail) {
    insert(mail, null, null);
  }

  /**
   * Queues a mail once more, under its own event id.
   *
   * @param original the delivery that is repeated
   * @param requestedBy account of the member of staff who asked
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addAgain(NewDelivery mail, UUID original, String requestedBy) {
    insert(mail, original, requestedBy);
  }

  private void insert(NewDelivery mail, @Nullable UUID original, @Nullable String requestedBy) {
    Instant now = clock.instant();
    OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, ids.next());
      insert.setString(2, mail.eventId());
      insert.setString(3, mail.kind().name());
      insert.setString(4, mail.messageKey() + '@' + messageIdDomain);
      insert.setString(5, mail.accountId());
      insert.setString(6, mail.address() == null ? null : canonical(mail.address()));
      insert.setString(7, mail.locale());
      insert.setString(8, mail.subjectId());
      insert.setArray(
          9,
          connection.createArrayOf(
              "text",
              mail.facts().orders().stream().map(Deliveries::searchable).toArray(String[]::new)));
      insert.setString(10, FactsJson.write(mail.facts()));
      insert.setObject(11, moment);
      insert.setObject(12, plan.giveUpAt(mail.kind(), now).atOffset(ZoneOffset.UTC));
      insert.setObject(13, moment);
      insert.setObject(14, moment);
      insert.setObject(15, original);
      insert.setString(16, requestedBy);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot queue a mail", e);
    }
    afterCommit.run(bell::ring);
  }

  /** The form mails are sent to and searched by; what is no address is kept for staff to see. */
  private static String canonical(String address) {
    return EmailAddress.parseForDelivery(address).map(EmailAddress::text).orElse(storable(address));
  }

  /** An index entry cannot be longer than a page; no order number comes near. */
  private static String searchable(String orderNumber) {
    String text = storable(orderNumber);
    return text.length() > LONGEST_ORDER_NUMBER ? text.substring(0, LONGEST_ORDER_NUMBER) : text;
  }

  private static String storable(String text) {
    return text.replace("\0", "");
  }
}
