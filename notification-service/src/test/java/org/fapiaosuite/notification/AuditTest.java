package org.fapiaosuite.notification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.junit.jupiter.api.Test;

/** What staff do here leaves its row, without anybody's address. */
@QuarkusTest
class AuditTest extends NotificationTest implements AuditContract {

  private static final String LIST = "/api/v1/notifications";

  @Override
  public Map<String, Call> calls() {
    return Map.of(
        "listNotifications",
            caller -> {
              sent();
              Response answer = caller.get(LIST);
              List<String> shown = answer.jsonPath().getList("items.id");
              assertFalse(shown.isEmpty());
              return new Made(answer, shown);
            },
        "getNotification",
            caller -> {
              String id = sent();
              return AuditContract.made(caller.get(LIST + "/" + id), id);
            },
        "previewNotification",
            caller -> {
              String id = sent();
              return AuditContract.made(caller.get(LIST + "/" + id + "/preview"), id);
            },
        "resendNotification",
            caller -> {
              String id = sent();
              return AuditContract.made(caller.post(LIST + "/" + id + "/resend"), id);
            },
        "liftSuppression",
            caller -> AuditContract.made(caller.delete(LIST + "/suppressions/" + suppressed())));
  }

  @Override
  public Map<String, Call> silent() {
    return Map.of(
        "summariseNotifications", caller -> AuditContract.made(caller.get(LIST + "/summary")));
  }

  @Test
  void an_address_stays_out_of_the_trail() {
    Actor lead = actor("LEAD");
    String address = suppressed();

    given()
        .auth()
        .oauth2(lead.token())
        .delete(LIST + "/suppressions/" + address)
        .then()
        .statusCode(204);

    assertEquals(
        "{\"a suppressed address\"}",
        Database.query("SELECT subjects FROM audit_entry WHERE actor = '" + lead.id() + "'"));
    assertEquals(
        "0",
        Database.query(
            "SELECT count(*) FROM audit_entry WHERE strpos(subjects::text, '"
                + address
                + "') > 0"));
  }

  private String sent() {
    String to = someone();
    queue(MailKind.ISSUED, to);
    awaitState(to, "SENT");
    return Database.query("SELECT id FROM delivery WHERE address = '" + to + "'");
  }

  private static String suppressed() {
    return Database.query(
        "INSERT INTO suppression (address, since) VALUES ('"
            + someone()
            + "', now())"
            + " RETURNING address");
  }
}
