package org.fapiaosuite.notification.staffview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.notification.delivery.DeliveryState;
import org.fapiaosuite.notification.delivery.Reason;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * One mail as staff see it.
 *
 * @param id of the mail
 * @param kind what it is about
 * @param state where it stands
 * @param reason why it is not sent, or not yet
 * @param reply last words of the mail server; not shown to auditors and support. Example: {@code
 *     451 4.7.1 Try again later}.
 * @param recipient its address, masked for auditors and support; absent while the account's is not
 *     known. Example: {@code finance@contoso.example}.
 * @param locale BCP 47; absent when unknown: the mail speaks Chinese and English then. Example:
 *     {@code zh-CN}.
 * @param accountId whose account decides the address; absent for a mail to a payer. Example: {@code
 *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
 * @param orderNumbers of the orders it is about. Example: {@code ["E0700K3M9Q"]}.
 * @param messageId without angle brackets, as the mail server's log has it. Example: {@code
 *     01a22530-7f3c@fapiao.example}.
 * @param attempts times it was offered to the mail server. Example: {@code 1}.
 * @param createdAt when it was queued
 * @param changedAt when its state last changed
 * @param nextAttemptAt when it is tried again; absent unless it waits
 * @param sentAt when the mail server took it
 * @param giveUpAt from when it is not tried any more
 * @param resendOf the mail it repeats
 * @param requestedBy account of the member of staff who had it repeated. Example: {@code
 *     01a22531-08b2-7f0a-8d11-5be2f07c4a90}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationView(
    UUID id,
    MailKind kind,
    DeliveryState state,
    @Nullable Reason reason,
    @Nullable String reply,
    @Nullable String recipient,
    @Nullable String locale,
    @Nullable String accountId,
    List<String> orderNumbers,
    String messageId,
    int attempts,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    Instant giveUpAt,
    @Nullable UUID resendOf,
    @Nullable String requestedBy) {

  static final String COLUMNS =
      """
      d.id, d.kind, d.state, d.reason, d.reply, coalesce(d.address, r.address),
      coalesce(d.locale, r.locale), d.account_id, d.order_numbers, d.message_id, d.attempts,
      d.created_at, d.changed_at, d.next_attempt_at, d.sent_at, d.give_up_at, d.resend_of,
      d.requested_by
      """;

  static NotificationView of(ResultSet row) throws SQLException {
    String reason = row.getString(4);
    Array orders = row.getArray(9);
    return new NotificationView(
        row.getObject(1, UUID.class),
        MailKind.valueOf(row.getString(2)),
        DeliveryState.valueOf(row.getString(3)),
        reason == null ? null : Reason.valueOf(reason),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        List.of((String[]) orders.getArray()),
        row.getString(10),
        row.getInt(11),
        moment(row, 12),
        moment(row, 13),
        optionalMoment(row, 14),
        optionalMoment(row, 15),
        moment(row, 16),
        row.getObject(17, UUID.class),
        row.getString(18));
  }

  /** For those who may look but not learn addresses. */
  NotificationView masked() {
    String hidden = recipient == null ? null : mask(recipient);
    return new NotificationView(
        id,
        kind,
        state,
        reason,
        null,
        hidden,
        locale,
        accountId,
        orderNumbers,
        messageId,
        attempts,
        createdAt,
        changedAt,
        nextAttemptAt,
        sentAt,
        giveUpAt,
        resendOf,
        requestedBy);
  }

  private static String mask(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalMoment(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
