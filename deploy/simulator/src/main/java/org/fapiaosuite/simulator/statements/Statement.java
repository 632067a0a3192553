package org.fapiaosuite.simulator.statements;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.fapiaosuite.simulator.Json;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Fen;
import org.fapiaosuite.simulator.orders.Ledger;

/**
 * The statement of a day: CSV (RFC 4180, UTF-8, lines ended by CR LF) with a header line, a line
 * for each payment and each refund, and {@code TOTAL,<count>,<paid>,<refunded>} at the end, where
 * count is the number of lines between and the sums are yuan over all currencies as written.
 */
public final class Statement {

  private static final String HEADER =
      "type,orderNumber,transactionId,refundId,customerId,payerName,payerEmail,"
          + "product,quantity,amount,currency,occurredAt";

  private final byte[] csv;

  private Statement(byte[] csv) {
    this.csv = csv;
  }

  /** A file put in the place of the computed one, whatever is in it. */
  public static Statement of(byte[] csv) {
    return new Statement(csv);
  }

  /**
   * The computed statement of a day with trade.
   *
   * @param entries of one day
   * @param offBy fen by which the total of payments is wrong, 0 for a right statement
   */
  public static Statement of(List<Entry> entries, Ledger ledger, long offBy) {
    StringBuilder text = new StringBuilder(256 + entries.size() * 200).append(HEADER);
    long paid = offBy;
    long refunded = 0;
    for (Entry entry : entries) {
      text.append("\r\n").append(line(entry, ledger));
      switch (entry.kind()) {
        case PAYMENT -> paid += entry.fen();
        case REFUND -> refunded += entry.fen();
      }
    }
    text.append("\r\nTOTAL,").append(entries.size());
    text.append(',').append(Fen.yuan(paid)).append(',').append(Fen.yuan(refunded)).append("\r\n");
    return new Statement(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Entry entry, Ledger ledger) {
    JsonNode data = entry.fields();
    JsonNode payment =
        ledger.payment(entry.orderNumber()).map(Entry::stated).orElseGet(Json::object);
    return Stream.of(
            entry.kind().name(),
            entry.orderNumber(),
            data.path("transactionId").asText(),
            entry.refundId(),
            payment.path("customerId").asText(),
            payment.path("payer").path("name").asText(),
            payment.path("payer").path("email").asText(),
            payment.path("product").asText(),
            payment.path("quantity").asText(),
            Fen.yuan(entry.fen()),
            data.path("amount").path("currency").asText(),
            data.path(entry.kind().timeField()).asText())
        .map(Statement::field)
        .collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The value of the header {@code Digest}, over the unzipped bytes. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(csv);
      return "sha-256=" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file as it is served. */
  public byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(csv.length / 3 + 64);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(csv);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
