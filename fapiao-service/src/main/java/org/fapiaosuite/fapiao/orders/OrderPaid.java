package org.fapiaosuite.fapiao.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.fapiaosuite.fapiao.bill.PaidOrder;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What is needed here of {@code order.paid.v1}. */
record OrderPaid(
    String orderNumber,
    String customerId,
    Payer payer,
    String product,
    int quantity,
    MoneyData amount,
    Instant paidAt,
    Instant invoiceableFrom) {

  record Payer(String name, @Nullable String email) {

    /** By which account-service names an address to who knows it. */
    @Nullable String digest() {
      return email == null ? null : sha256(keyOf(email));
    }

    private static String keyOf(String email) {
      return EmailAddress.parseForDelivery(email).map(EmailAddress::key).orElse(email);
    }

    private static String sha256(String text) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  PaidOrder order() {
    return new PaidOrder(
        BillKeeper.normal(orderNumber),
        customerId,
        payer.name(),
        payer.digest(),
        product,
        quantity,
        amount.money(),
        paidAt,
        invoiceableFrom);
  }
}
