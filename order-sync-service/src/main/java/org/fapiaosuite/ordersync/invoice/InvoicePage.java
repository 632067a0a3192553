package org.fapiaosuite.ordersync.invoice;

import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.font.OrderWarning;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The invoice as XHTML, every value as text: the template only places and escapes them.
 *
 * @param paidAt with time, in China
 * @param missing the code points of what the font cannot draw and shows 〓 for
 */
record InvoicePage(
    String orderNumber,
    String transactionId,
    String paidAt,
    Party seller,
    String payerName,
    String product,
    String quantity,
    String amount,
    List<RefundLine> refunds,
    String refunded,
    String remaining,
    List<String> missing)
    implements TemplateInstance {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** The seller's profile. */
  record Party(
      String name,
      String nameEn,
      String taxId,
      String address,
      String phone,
      String bankName,
      String bankAccount) {}

  /** A refund. */
  record RefundLine(String refundId, String refundedAt, String amount) {}

  static InvoicePage of(Order order, Seller seller) {
    return new InvoicePage(
        order.orderNumber(),
        Objects.requireNonNull(order.transactionId()),
        moment(order.paidAt()),
        new Party(
            seller.name(),
            seller.nameEn(),
            seller.taxId(),
            seller.address(),
            seller.phone(),
            seller.bankName(),
            seller.bankAccount()),
        Objects.requireNonNull(order.payerName()),
        Objects.requireNonNull(order.product()),
        String.valueOf(order.quantity()),
        text(order.amount()),
        order.refunds().stream()
            .sorted(java.util.Comparator.comparing(refund -> refund.refundedAt()))
            .map(
                refund ->
                    new RefundLine(
                        refund.refundId(),
                        moment(refund.refundedAt()),
                        text(Amount.of(refund.amount(), order.amount().currency()))))
            .toList(),
        text(order.refundedAmount()),
        text(order.remaining()),
        List.of());
  }

  /** The same with a footnote about what the font cannot draw. */
  InvoicePage withMissing(List<Integer> characters) {
    return new InvoicePage(
        orderNumber,
        transactionId,
        paidAt,
        seller,
        payerName,
        product,
        quantity,
        amount,
        refunds,
        refunded,
        remaining,
        characters.stream().map(OrderWarning::codePoint).toList());
  }

  private static String text(Amount money) {
    return money.currency() + ' ' + money.value().toPlainString();
  }

  private static String moment(@Nullable Instant moment) {
    return MOMENT.format(ZonedDateTime.ofInstant(Objects.requireNonNull(moment), ChinaTime.ZONE));
  }
}
