package org.fapiaosuite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A member of staff at the service centre. */
record ServiceCentre(Http api) {
  /** Kind digit (the eighth) 3: an ordinary Fapiao. */
  private static final String ORDINARY_CODE = "3100261330";

  private static final AtomicInteger numbers = new AtomicInteger(41_973_000);

  static ServiceCentre signedIn(Suite suite, String role) {
    JsonNode member = suite.staff(role);
    Http api = suite.gateway().with("Accept-Language", "en");
    JsonNode session =
        api.post(
                "/api/v1/sessions",
                Map.of(
                    "email", member.path("email").asText(),
                    "password", member.path("password").asText()))
            .expect(201)
            .json();
    return new ServiceCentre(
        api.with("Authorization", "Bearer " + session.path("accessToken").asText()));
  }

  JsonNode accept(String applicationId) {
    return act(applicationId, "acceptance", null);
  }

  /** Types in a code and a number as they stand on the paper. */
  JsonNode issue(String applicationId, String number, String issuedOn) {
    return act(
        applicationId,
        "issue",
        Map.of(
            "fapiaos",
            List.of(
                Map.of(
                    "numberScheme", "LEGACY_CODE_NUMBER",
                    "code", ORDINARY_CODE,
                    "number", number,
                    "issuedOn", issuedOn))));
  }

  JsonNode mailOut(String applicationId, String waybill) {
    return act(applicationId, "mail-out", Map.of("carrier", "SF", "waybill", waybill));
  }

  private JsonNode act(String applicationId, String action, @Nullable Object body) {
    return api.post("/api/v1/service-centre/applications/" + applicationId + "/" + action, body)
        .expect(200)
        .json();
  }

  /** The next number of the roll: a suite has one code and takes no number twice. */
  static String nextNumber() {
    return "%08d".formatted(numbers.incrementAndGet());
  }
}
