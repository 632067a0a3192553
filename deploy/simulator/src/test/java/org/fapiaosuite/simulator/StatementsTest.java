package org.fapiaosuite.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

  private static final String HEADER =
      "type,orderNumber,transactionId,refundId,customerId,payerName,payerEmail,"
          + "product,quantity,amount,currency,occurredAt\r\n";

  @TempDir Path folder;
  private Receiver receiver;
  private TestPlatform platform;
  private Http http;

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
    platform = new TestPlatform(folder, receiver.events());
    http = platform.http();
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
    receiver.close();
  }

  @Test
  void a_day_has_its_payments_its_refunds_and_their_totals() throws Exception {
    pay("E1", "1270.00", "2026-11-19T09:30:00+08:00", "上海示例科技有限公司");
    pay("E2", "0.1", "2026-11-18T16:00:00Z", "A \"quoted\", name");
    pay("E3", "5.00", "2026-11-20T00:00:00+08:00", "the day after");
    http.post(
        "/refunds",
        "{\"orderNumber\":\"E1\",\"refundId\":\"R-1\",\"amount\":{\"value\":\"270\"},"
            + "\"refundedAt\":\"2026-11-19T23:59:59+08:00\"}");

    HttpResponse<byte[]> answer = http.send("GET", "/statements/2026-11-19", "");

    assertEquals(200, answer.statusCode());
    assertEquals("application/gzip", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        HEADER
            + "PAYMENT,E1,T-E1,,contoso-cn,上海示例科技有限公司,p@contoso.example,Office 365 E3,10,"
            + "1270.00,CNY,2026-11-19T09:30:00+08:00\r\n"
            + "PAYMENT,E2,T-E2,,contoso-cn,\"A \"\"quoted\"\", name\",p@contoso.example,"
            + "Office 365 E3,10,0.10,CNY,2026-11-18T16:00:00Z\r\n"
            + "REFUND,E1,T-E1,R-1,contoso-cn,上海示例科技有限公司,p@contoso.example,Office 365 E3,10,"
            + "270.00,CNY,2026-11-19T23:59:59+08:00\r\n"
            + "TOTAL,3,1270.10,270.00\r\n",
        csv(answer));
    assertEquals(digestOf(csv(answer)), answer.headers().firstValue("Digest").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20,404",
    "2026-11-21,404",
    "9999-12-31,404",
    "2026-11-19,204",
    "1970-01-01,204",
    "2026-02-30,400",
    "yesterday,400",
    "..%2F..,400"
  })
  void days_without_statement_say_why(String day, int status) throws Exception {
    assertEquals(status, http.send("GET", "/statements/" + day, "").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "12.345,2026-11-19T09:30:00+08:00",
    "1e2,2026-11-19T09:30:00+08:00",
    "-1.00,2026-11-19T09:30:00+08:00",
    "0.1+0.2,2026-11-19T09:30:00+08:00",
    "１２.００,2026-11-19T09:30:00+08:00",
    "1.00,2026-11-19",
    "1.00,2026-02-30T00:00:00+08:00",
    "1.00,nonsense"
  })
  void what_no_platform_could_have_booked_stands_on_no_statement(String amount, String paidAt)
      throws Exception {
    pay("E1", amount, paidAt, "x");

    assertEquals(204, http.send("GET", "/statements/2026-11-19", "").statusCode());
  }

  @Test
  void totals_and_digest_can_be_wrong() throws Exception {
    pay("E1", "1.00", "2026-11-19T09:30:00+08:00", "x");

    http.post("/faults", "{\"wrongTotals\":true}");
    HttpResponse<byte[]> totals = http.send("GET", "/statements/2026-11-19", "");
    http.post("/faults", "{\"wrongDigest\":true}");
    HttpResponse<byte[]> digest = http.send("GET", "/statements/2026-11-19", "");

    assertEquals("TOTAL,1,1.01,0.00", csv(totals).lines().skip(2).findFirst().orElseThrow());
    assertEquals(digestOf(csv(totals)), totals.headers().firstValue("Digest").orElseThrow());
    assertNotEquals(digestOf(csv(digest)), digest.headers().firstValue("Digest").orElseThrow());
  }

  @Test
  void any_file_can_take_the_place_of_a_statement_for_a_while() throws Exception {
    http.send("PUT", "/statements/2026-11-19", "=HYPERLINK()\n");
    assertEquals("=HYPERLINK()\n", csv(http.send("GET", "/statements/2026-11-19", "")));

    http.send("DELETE", "/statements/2026-11-19", "");
    assertEquals(204, http.send("GET", "/statements/2026-11-19", "").statusCode());
  }

  private void pay(String number, String amount, String paidAt, String payer) throws Exception {
    http.post(
        "/orders",
        Json.object()
            .put("orderNumber", number)
            .put("transactionId", "T-" + number)
            .put("customerId", "contoso-cn")
            .put("product", "Office 365 E3")
            .put("quantity", 10)
            .put("paidAt", paidAt)
            .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                "payer", Json.object().put("name", payer).put("email", "p@contoso.example"))
            .set("amount", Json.object().put("value", amount))
            .toString());
  }

  private static String csv(HttpResponse<byte[]> answer) throws Exception {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String digestOf(String csv) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8));
    return "sha-256=" + Base64.getEncoder().encodeToString(hash);
  }
}
