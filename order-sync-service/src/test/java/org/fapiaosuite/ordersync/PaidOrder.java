package org.fapiaosuite.ordersync;

import java.time.Instant;
import java.util.UUID;

/** An order that was paid at the platform: as it is pushed, and as it stands in the statement. */
public record PaidOrder(
    String orderNumber,
    String transactionId,
    String customerId,
    String payerName,
    String payerEmail,
    String product,
    int quantity,
    String amount,
    String currency,
    String paidAt) {

  /** Some order, paid at this moment. */
  public static PaidOrder at(Instant paidAt) {
    String number =
        UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
    return new PaidOrder(
        "E" + number,
        "42" + number,
        "contoso-cn",
        "上海示例科技有限公司",
        "finance@contoso.example",
        "Office 365 E3, 12 months",
        10,
        "1270.00",
        "CNY",
        paidAt.toString());
  }

  public PaidOrder withNumber(String other) {
    return new PaidOrder(
        other,
        transactionId,
        customerId,
        payerName,
        payerEmail,
        product,
        quantity,
        amount,
        currency,
        paidAt);
  }

  public PaidOrder withTransaction(String other) {
    return new PaidOrder(
        orderNumber,
        other,
        customerId,
        payerName,
        payerEmail,
        product,
        quantity,
        amount,
        currency,
        paidAt);
  }

  public PaidOrder withCustomer(String other) {
    return new PaidOrder(
        orderNumber,
        transactionId,
        other,
        payerName,
        payerEmail,
        product,
        quantity,
        amount,
        currency,
        paidAt);
  }

  public PaidOrder withAmount(String other) {
    return new PaidOrder(
        orderNumber,
        transactionId,
        customerId,
        payerName,
        payerEmail,
        product,
        quantity,
        other,
        currency,
        paidAt);
  }

  public PaidOrder withCurrency(String other) {
    return new PaidOrder(
        orderNumber,
        transactionId,
        customerId,
        payerName,
        payerEmail,
        product,
        quantity,
        amount,
        other,
        paidAt);
  }

  /** {@code simulator:contoso-cn}. */
  public String customer() {
    return "simulator:" + customerId;
  }

  /** Body of its push. */
  public String push() {
    return """
        {"type":"order.paid","timestamp":"2026-11-17T09:30:00+08:00","data":{"orderNumber":"%s",\
        "transactionId":"%s","customerId":"%s","payer":{"name":"%s","email":"%s"},"product":"%s",\
        "quantity":%d,"amount":{"currency":"%s","value":"%s"},"paidAt":"%s"}}"""
        .formatted(
            orderNumber,
            transactionId,
            customerId,
            payerName,
            payerEmail,
            product,
            quantity,
            currency,
            amount,
            paidAt);
  }

  /** Body of the push of a refund. */
  public String refund(String refundId, String refunded, Instant refundedAt) {
    return """
        {"type":"order.refunded","timestamp":"2026-11-17T09:30:00+08:00","data":{\
        "orderNumber":"%s","transactionId":"%s","refundId":"%s",\
        "amount":{"currency":"%s","value":"%s"},"refundedAt":"%s","reason":"Fewer seats"}}"""
        .formatted(orderNumber, transactionId, refundId, currency, refunded, refundedAt);
  }

  /** Its line in the statement. */
  public String line() {
    return String.join(
        ",",
        "PAYMENT",
        orderNumber,
        transactionId,
        "",
        customerId,
        payerName,
        payerEmail,
        '"' + product + '"',
        String.valueOf(quantity),
        amount,
        currency,
        paidAt);
  }
}
