package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer at the gateway: what they know, and what they do. */
final class Customer {
  /**
   * How long a story waits for what comes by itself: far longer than it takes anywhere, for it says
   * nothing of speed. A service that starts beside busy browsers has been seen to take 45 seconds.
   */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  final String email;
  final String password = "correct horse battery staple";
  private final Suite suite;
  private Http api;

  private Customer(Suite suite, String email) {
    this.suite = suite;
    this.email = email;
    this.api = suite.gateway().with("Accept-Language", "en");
  }

  /** Somebody nobody has met yet. */
  static Customer stranger(Suite suite) {
    return new Customer(suite, "finance-" + UUID.randomUUID() + "@contoso.example");
  }

  /** Somebody with this access token, however they got it. */
  static Customer signedIn(Suite suite, String email, String accessToken) {
    Customer customer = new Customer(suite, email);
    customer.api = customer.api.with("Authorization", "Bearer " + accessToken);
    return customer;
  }

  Http api() {
    return api;
  }

  /** Registers with the order and activates with the link of the mail. */
  void register(String orderNumber, String claimCode) {
    api.post(
            "/api/v1/registrations",
            Map.of(
                "orderNumber", orderNumber,
                "email", email,
                "password", password,
                "claimCode", claimCode,
                "locale", "en"))
        .expect(202);
  }

  /** Opens the activation mail and follows its link. */
  void activate() {
    Mailbox.Mail mail =
        suite
            .mailbox()
            .awaitMail(email, "activation mail", m -> m.text().contains("/activate#token="));
    api.post("/api/v1/activations", Map.of("token", mail.linkParameter("/activate", "token")))
        .expect(204);
  }

  void signIn() {
    JsonNode session =
        api.post("/api/v1/sessions", Map.of("email", email, "password", password))
            .expect(201)
            .json();
    api = api.with("Authorization", "Bearer " + session.path("accessToken").asText());
  }

  /**
   * Waits until the order's bill has the status. Signs in again while it is not there: the account
   * is linked to its customer by an event.
   */
  JsonNode awaitBill(String orderNumber, String status) {
    return await("bill of " + orderNumber + " " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              for (JsonNode bill :
                  api.get("/api/v1/bills?limit=100").expect(200).json().path("items")) {
                if (bill.path("orderNumber").asText().equals(orderNumber)
                    && bill.path("status").asText().equals(status)) {
                  return bill;
                }
              }
              return Http.JSON.missingNode();
            },
            bill -> !bill.isMissingNode());
  }

  /** Applies for an ordinary paper Fapiao to an individual: only the name is needed. */
  JsonNode apply(String billId, String name) {
    return api.post("/api/v1/applications", application(billId, name)).expect(201).json();
  }

  static Map<String, Object> application(String billId, String name) {
    return Map.of(
        "items", List.of(Map.of("billId", billId)),
        "type", "ORDINARY",
        "medium", "PAPER",
        "buyer", Map.of("titleType", "INDIVIDUAL", "name", name),
        "delivery",
            Map.of(
                "method", "SF_COLLECT",
                "recipient", "王小明",
                "phone", "13800138000",
                "region", "310115",
                "address", "科苑路88号德国中心3号楼657室"));
  }

  JsonNode confirm(String applicationId) {
    JsonNode draft = application(applicationId);
    return api.with("Idempotency-Key", UUID.randomUUID().toString())
        .post("/api/v1/applications/" + draft.path("id").asText() + "/confirmation", null)
        .expect(200)
        .json();
  }

  JsonNode application(String applicationId) {
    return api.get("/api/v1/applications/" + applicationId).expect(200).json();
  }

  /** The remarks of the progress in a language, oldest first. */
  List<String> remarks(String applicationId, String language) {
    return api.with("Accept-Language", language)
        .get("/api/v1/applications/" + applicationId + "/progress")
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("remark");
  }
}
