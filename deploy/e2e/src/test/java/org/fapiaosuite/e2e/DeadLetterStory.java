package org.fapiaosuite.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event that nobody can read, and what staff do about it through the one door. */
class DeadLetterStory {
  private static final Suite suite = Suite.shared();

  @Test
  void two_members_of_staff_throw_away_what_no_service_can_read() {
    // Given
    Http lead = ServiceCentre.signedIn(suite, "LEAD").api();
    Http admin = ServiceCentre.signedIn(suite, "ADMIN").api();
    String event =
        new Topics(suite.kafka()).say("order.events", "order.paid.v1", "{\"payer\": \"王小明");

    for (String service : List.of("account", "fapiao", "notification")) {
      String letters = "/api/v1/ops/" + service + "/dead-letters";
      JsonNode dead =
          await(service + " to set it aside")
              .atMost(Customer.PATIENCE)
              .until(() -> find(lead, letters, event), found -> !found.isMissingNode());
      String letter = letters + "/" + dead.path("id").asText();

      // When one asks, and another agrees
      Http.Answer asked =
          lead.send("DELETE", letter, Map.of("reason", "cut off, told again since")).expect(200);
      assertEquals("DEAD", asked.json().path("state").asText());
      Http.Answer alone = lead.post(letter + "/discard-approval", null).expect(403);
      assertEquals("urn:fapiaosuite:problem:four-eyes", alone.json().path("type").asText());
      JsonNode discarded = admin.post(letter + "/discard-approval", null).expect(200).json();

      // Then
      assertEquals(1, dead.path("attempts").asInt(), "no repetition helps");
      assertFalse(dead.toString().contains("王小明"), "its content is shown to nobody");
      assertEquals("DISCARDED", discarded.path("state").asText());
      assertEquals("cut off, told again since", discarded.path("discard").path("reason").asText());
      lead.post(letter + "/redrive", null).expect(409);
    }
    assertEquals(List.of(), new Audit(suite).deadLetters());
  }

  private static JsonNode find(Http staff, String letters, String event) {
    for (JsonNode letter : staff.get(letters + "?limit=100").expect(200).json().path("items")) {
      if (letter.path("eventId").asText().equals(event)) {
        return letter;
      }
    }
    return Http.JSON.missingNode();
  }
}
