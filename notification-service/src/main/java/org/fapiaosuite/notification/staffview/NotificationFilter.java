package org.fapiaosuite.notification.staffview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.notification.delivery.DeliveryState;
import org.fapiaosuite.notification.templates.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * Which mails to list; what is null does not matter.
 *
 * @param recipient whole address, case does not matter
 * @param orderNumber as it is typed, or as a mail of long ago has it
 */
record NotificationFilter(
    @Nullable DeliveryState state,
    @Nullable MailKind kind,
    @Nullable String recipient,
    @Nullable String orderNumber,
    @Nullable String accountId) {

  /** A condition with its parameters, to be appended to another. */
  Condition condition() {
    StringBuilder sql = new StringBuilder();
    List<Object> parameters = new ArrayList<>();
    if (state != null) {
      sql.append(" AND d.state = ?");
      parameters.add(state.name());
    }
    if (kind != null) {
      sql.append(" AND d.kind = ?");
      parameters.add(kind.name());
    }
    if (recipient != null) {
      String key =
          EmailAddress.parseForDelivery(recipient)
              .map(EmailAddress::key)
              .orElse(recipient.toLowerCase(Locale.ROOT));
      sql.append(" AND (lower(d.address) = ? OR d.sent_to = ? OR d.account_id IN")
          .append(" (SELECT account_id FROM recipient WHERE lower(address) = ?))");
      parameters.addAll(List.of(key, key, key));
    }
    if (orderNumber != null) {
      sql.append(" AND d.order_numbers && ARRAY[?, ?]::text[]");
      String normal = OrderNumber.parse(orderNumber).map(OrderNumber::text).orElse(orderNumber);
      parameters.addAll(List.of(orderNumber, normal));
    }
    if (accountId != null) {
      sql.append(" AND d.account_id = ?");
      parameters.add(accountId);
    }
    return new Condition(sql.toString(), parameters);
  }

  record Condition(String sql, List<Object> parameters) {}
}
