package org.fapiaosuite.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A payer and a colleague who live through everything that a secret is needed for, and tell. */
final class Canaries {
  private static final Pattern TEMPORARY =
      Pattern.compile("(?m)^\\s*((?:[0-9A-Za-z]{4}-){5}[0-9A-Za-z]{4})\\s*$");

  final Customer payer;
  final String movedTo = "moved-" + UUID.randomUUID() + "@contoso.example";
  private final Suite suite;
  private final Customer colleague;
  private final List<Canary> all = new ArrayList<>(PersonalData.ALL);

  Canaries(Suite suite) {
    this.suite = suite;
    this.payer = Customer.stranger(suite);
    this.colleague = Customer.stranger(suite);
    all.add(PersonalData.email("payer's e-mail", payer.email));
    all.add(PersonalData.email("colleague's e-mail", colleague.email));
    all.add(PersonalData.email("new e-mail", movedTo));
    secret("password", payer.password);
    secret("staff password", suite.staff("CLERK").path("password").asText());
  }

  List<Canary> all() {
    return List.copyOf(all);
  }

  void secret(String kind, String value) {
    all.add(Canary.secret(kind, value));
  }

  void becomeCustomer(String order) {
    String claim =
        mail(payer.email, "confirmation", "order=" + order).linkParameter("/register", "claim");
    secret("claim code", claim);
    payer.register(order, claim);
    payer.activate();
    secret(
        "activation token",
        mail(payer.email, "activation", "/activate#").linkParameter("/activate", "token"));
    Http.Answer session = signIn(payer.email, payer.password).expect(201);
    secret("access token", session.json().path("accessToken").asText());
    secret("refresh token", cookie(session));
    Http.Answer refreshed =
        suite
            .gateway()
            .with("Cookie", "__Host-rt=" + cookie(session))
            .post("/api/v1/sessions/refresh", Map.of())
            .expect(200);
    secret("second refresh token", cookie(refreshed));
    String mistyped = "correct horse battery " + UUID.randomUUID();
    secret("mistyped password", mistyped);
    signIn(payer.email, mistyped).expect(401);
  }

  void forgetPassword() {
    payer.api().post("/api/v1/password-resets", Map.of("email", payer.email)).expect(202);
    String temporary = code(payer.email, "temporary password", TEMPORARY);
    secret("temporary password", temporary);
    secret("temporary password as one word", temporary.replace("-", ""));
  }

  /** Somebody who knows the order's number only: its payer is asked by mail. */
  void haveColleagueApproved(String order) {
    colleague
        .api()
        .post(
            "/api/v1/registrations",
            Map.of(
                "orderNumber",
                order,
                "email",
                colleague.email,
                "password",
                colleague.password,
                "locale",
                "en"))
        .expect(202);
    colleague.activate();
    String token =
        mail(payer.email, "claim approval", "/claims#").linkParameter("/claims", "token");
    secret("claim approval token", token);
    payer.api().post("/api/v1/claims/approvals", Map.of("token", token)).expect(204);
  }

  void moveColleague() {
    colleague.signIn();
    colleague
        .api()
        .post(
            "/api/v1/account/email-changes",
            Map.of("newEmail", movedTo, "password", colleague.password))
        .expect(202);
    String token =
        mail(movedTo, "e-mail change", "/email-change#").linkParameter("/email-change", "token");
    secret("e-mail change token", token);
    colleague.api().post("/api/v1/email-changes/confirmations", Map.of("token", token)).expect(204);
  }

  private Http.Answer signIn(String email, String password) {
    return suite.gateway().post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private static String cookie(Http.Answer answer) {
    String cookie = answer.raw().headers().firstValue("set-cookie").orElseThrow();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  String code(String email, String what, Pattern pattern) {
    String text =
        suite.mailbox().awaitMail(email, what, m -> pattern.matcher(m.text()).find()).text();
    Matcher code = pattern.matcher(text);
    if (!code.find()) {
      throw new AssertionError(what + " is not in " + text);
    }
    return code.group(1);
  }

  private Mailbox.Mail mail(String email, String what, String words) {
    return suite.mailbox().awaitMail(email, what, m -> m.text().contains(words));
  }
}
