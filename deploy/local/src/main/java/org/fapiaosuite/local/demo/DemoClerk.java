package org.fapiaosuite.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fapiaosuite.local.demo.DemoOrder.Fate;

/** The clerk who works on the demonstration customer's applications. */
final class DemoClerk {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Kind digit (the eighth) 3: an ordinary Fapiao. */
  private static final String ORDINARY_CODE = "3100261330";

  private final Api gateway;
  private final String email;
  private final String password;
  private final Clock clock;

  DemoClerk(Api gateway, String email, String password, Clock clock) {
    this.gateway = gateway;
    this.email = email;
    this.password = password;
    this.clock = clock;
  }

  /** Goes on with an application from where it is to where its order's fate wants it. */
  void bring(String applicationId, Fate fate) throws IOException, InterruptedException {
    if (fate.compareTo(Fate.SUBMITTED) <= 0) {
      return;
    }
    Api desk = signedIn();
    String path = "/api/v1/service-centre/applications/" + applicationId;
    JsonNode application = desk.get(path);
    String status = application.path("status").asText();
    if (status.equals("SUBMITTED")) {
      status = act(desk, path + "/acceptance", Map.of());
    }
    if (status.equals("IN_PROCESS")) {
      status = act(desk, path + "/issue", Map.of("fapiaos", List.of(fapiao())));
    }
    if (status.equals("ISSUED") && fate == Fate.MAILED_OUT) {
      act(desk, path + "/mail-out", Map.of("carrier", "SF", "waybill", "SF1234567890123"));
    }
  }

  private Map<String, Object> fapiao() {
    return Map.of(
        "numberScheme",
        "LEGACY_CODE_NUMBER",
        "code",
        ORDINARY_CODE,
        "number",
        "%08d".formatted(clock.millis() % 100_000_000),
        "issuedOn",
        LocalDate.now(clock.withZone(CHINA)).toString());
  }

  private static String act(Api desk, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return desk.post(path, body, Set.of(200)).body().path("status").asText();
  }

  private Api signedIn() throws IOException, InterruptedException {
    JsonNode session =
        gateway
            .post("/api/v1/sessions", Map.of("email", email, "password", password), Set.of(201))
            .body();
    return gateway.as(session.path("accessToken").asText());
  }
}
