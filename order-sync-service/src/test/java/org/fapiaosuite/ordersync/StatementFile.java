package org.fapiaosuite.ordersync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What the platform serves as a statement, honest or not. */
public record StatementFile(int status, byte[] bytes, @Nullable String digest) {
  private static final String HEADER =
      "type,orderNumber,transactionId,refundId,customerId,payerName,payerEmail,product,quantity,"
          + "amount,currency,occurredAt\r\n";

  /** An honest statement of these lines. */
  public static StatementFile of(List<PaidOrder> orders) {
    BigDecimal paid = BigDecimal.ZERO;
    StringBuilder csv = new StringBuilder(HEADER);
    for (PaidOrder order : orders) {
      csv.append(order.line()).append("\r\n");
      paid = paid.add(new BigDecimal(order.amount()));
    }
    csv.append("TOTAL,").append(orders.size()).append(',').append(paid).append(",0.00\r\n");
    return ofCsv(csv.toString());
  }

  public static StatementFile of(PaidOrder... orders) {
    return of(List.of(orders));
  }

  /** Lines and a total as they are given, under the usual header. */
  public static StatementFile ofLines(String lines) {
    return ofCsv(HEADER + lines);
  }

  public static StatementFile ofCsv(String csv) {
    return ofBytes(csv.getBytes(UTF_8));
  }

  public static StatementFile ofBytes(byte[] unzipped) {
    return new StatementFile(200, gzip(unzipped), digest(unzipped));
  }

  public static StatementFile noTrade() {
    return new StatementFile(204, new byte[0], null);
  }

  public StatementFile withDigest(@Nullable String other) {
    return new StatementFile(status, bytes, other);
  }

  public static byte[] gzip(byte[] unzipped) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(unzipped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static String digest(byte[] unzipped) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(unzipped));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
