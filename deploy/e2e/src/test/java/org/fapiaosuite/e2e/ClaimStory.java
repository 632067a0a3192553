package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every claim has a way forward: of one whose payer never answers, two of staff decide. */
class ClaimStory {
  private static final String CLAIMS = "/api/v1/staff/claims";
  private static final Suite suite = Suite.shared();

  @Test
  void a_colleague_whose_payer_never_answers_gets_the_order_from_two_of_staff() {
    // Given
    Customer colleague = Customer.stranger(suite);
    String order = paidBySomebodyElse();
    colleague.register(order, "no-such-code");
    colleague.activate();
    Http clerk = ServiceCentre.signedIn(suite, "CLERK").api();
    Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
    String path = CLAIMS + "/" + awaitClaim(clerk, order).path("id").asText() + "/approval";

    // When
    Map<String, Object> word = Map.of("approve", true, "evidence", "Purchase contract 2026-117");
    clerk.post(path, word).expect(200);
    assertEquals(
        "urn:fapiaosuite:problem:four-eyes",
        clerk.post(path, word).expect(403).json().path("type").asText());
    assertEquals("GRANTED", lead.post(path, word).expect(200).json().path("status").asText());

    // Then
    suite
        .mailbox()
        .awaitMail(
            colleague.email,
            "news of the claim",
            mail -> mail.subject().equals("Order " + order + " is in your account now"));
    colleague.signIn();
    colleague.awaitBill(order, "SYNCHRONISING");
  }

  private static String paidBySomebodyElse() {
    return suite
        .simulator()
        .post(
            "/orders",
            Map.of("payer", Map.of("email", "silent-" + UUID.randomUUID() + "@contoso.example")))
        .expect(201)
        .json()
        .path("orderNumber")
        .asText();
  }

  private static JsonNode awaitClaim(Http staff, String order) {
    return await("the claim of " + order + " is listed")
        .atMost(Customer.PATIENCE)
        .until(() -> listed(staff, order), claim -> !claim.isMissingNode());
  }

  private static JsonNode listed(Http staff, String order) {
    for (JsonNode claim :
        staff.get(CLAIMS + "?status=WAITING&limit=100").expect(200).json().path("items")) {
      if (claim.path("orderNumber").asText().equals(order)) {
        return claim;
      }
    }
    return Http.JSON.missingNode();
  }
}
