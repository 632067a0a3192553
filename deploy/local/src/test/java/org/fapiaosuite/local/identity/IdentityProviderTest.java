package org.fapiaosuite.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a front end and the suite ask of the identity provider. */
class IdentityProviderTest {

  private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-";
  private static final String PAGE = "http://127.0.0.1:5173/back?x=1";

  private final HttpClient browser = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @SuppressWarnings("NullAway.Init") // before each test
  private IdentityHttp provider;

  @BeforeEach
  void start() throws IOException {
    provider = new IdentityHttp(0, Clock.systemUTC());
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop();
  }

  @Test
  void a_password_gives_tokens_that_its_keys_verify() throws Exception {
    JsonNode answer =
        json.readTree(post("/token", password(Map.of("customer_id", "contoso-cn"))).body());

    JsonNode id = verified(answer.path("id_token").asText());
    assertEquals(provider.issuer(), id.path("iss").asText());
    assertEquals("admin-center", id.path("aud").asText());
    assertEquals("finance@contoso.example", id.path("email").asText());
    assertTrue(id.path("email_verified").asBoolean());
    assertEquals("contoso-cn", id.path("customer_id").asText());
    assertEquals(300, id.path("exp").asLong() - id.path("iat").asLong());
    JsonNode access = verified(answer.path("access_token").asText());
    assertEquals("fapiao-suite", access.path("aud").asText());
    assertEquals("admin-center", access.path("client_id").asText());
    assertEquals(id.path("sub"), access.path("sub"));
    assertNotEquals(id.path("jti"), access.path("jti"));
  }

  @Test
  void its_configuration_names_what_it_serves() throws Exception {
    JsonNode found = get(provider.issuer() + "/.well-known/openid-configuration");

    assertEquals(provider.issuer(), found.path("issuer").asText());
    assertEquals(provider.issuer() + "/token", found.path("token_endpoint").asText());
    assertEquals(1, get(found.path("jwks_uri").asText()).path("keys").size());
  }

  @Test
  void a_page_gets_tokens_for_its_code_once() throws Exception {
    // Given
    Map<String, String> request = request();
    String page = page("/authorize?" + Form.query(request)).body();
    assertTrue(page.contains("name=\"username\""), page);
    Map<String, String> signedIn = new HashMap<>(request);
    signedIn.put("username", "finance@contoso.example");
    signedIn.put("password", "x");

    // When
    HttpResponse<String> sent = post("/authorize", signedIn);

    // Then
    assertEquals(303, sent.statusCode());
    URI back = URI.create(sent.headers().firstValue("Location").orElseThrow());
    assertTrue(back.toString().startsWith(PAGE + "&"), back.toString());
    Form received = Form.of(back.getRawQuery());
    assertEquals("state <1>", received.text("state"));
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                received.text("code"),
                "client_id",
                "admin-center",
                "redirect_uri",
                PAGE,
                "code_verifier",
                VERIFIER));
    HttpResponse<String> tokens = post("/token", form);
    assertEquals(200, tokens.statusCode(), tokens.body());
    JsonNode id = verified(json.readTree(tokens.body()).path("id_token").asText());
    assertEquals("n-1", id.path("nonce").asText());
    refused("invalid_grant", post("/token", form));
    String refresh = json.readTree(tokens.body()).path("refresh_token").asText();
    Map<String, String> again =
        Map.of(
            "grant_type", "refresh_token", "refresh_token", refresh, "client_id", "admin-center");
    assertEquals(200, post("/token", again).statusCode());
    refused("invalid_grant", post("/token", again));
  }

  @Test
  void a_code_is_worth_nothing_without_its_verifier() throws Exception {
    Map<String, String> signedIn = new HashMap<>(request());
    signedIn.put("username", "finance@contoso.example");
    signedIn.put("password", "x");
    URI back =
        URI.create(post("/authorize", signedIn).headers().firstValue("Location").orElseThrow());

    refused(
        "invalid_grant",
        post(
            "/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                Form.of(back.getRawQuery()).text("code"),
                "redirect_uri",
                PAGE,
                "code_verifier",
                "another")));
  }

  @Test
  void codes_go_to_no_other_machine() throws Exception {
    for (String page :
        new String[] {"https://evil.example/", "http://127.0.0.1.evil.example/", "javascript:1"}) {
      Map<String, String> request = request();
      request.put("redirect_uri", page);
      refused("invalid_request", page("/authorize?" + Form.query(request)));
      refused("invalid_request", post("/authorize", request));
    }
  }

  @Test
  void what_was_asked_stands_in_the_page_as_text() throws Exception {
    Map<String, String> request = request();
    request.put("state", "\"><script>");

    String page = page("/authorize?" + Form.query(request)).body();

    assertFalse(page.contains("<script"), page);
    assertTrue(page.contains("&quot;&gt;&lt;script&gt;"), page);
  }

  @Test
  void who_does_not_say_who_they_are_gets_nothing() throws Exception {
    refused("invalid_grant", post("/token", password(Map.of("username", "nobody"))));
    refused("invalid_grant", post("/token", password(Map.of("password", ""))));
    refused("unsupported_grant_type", post("/token", Map.of("grant_type", "magic")));
    refused("invalid_request", post("/token", Map.of()));
  }

  private Map<String, String> request() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
    return new HashMap<>(
        Map.of(
            "response_type", "code",
            "client_id", "admin-center",
            "redirect_uri", PAGE,
            "state", "state <1>",
            "nonce", "n-1",
            "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
            "code_challenge_method", "S256"));
  }

  private static Map<String, String> password(Map<String, String> more) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "grant_type", "password",
                "username", "finance@contoso.example",
                "password", "anything"));
    form.putAll(more);
    return form;
  }

  private void refused(String error, HttpResponse<String> answer) throws IOException {
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(error, json.readTree(answer.body()).path("error").asText());
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    return json.readTree(
        browser
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body());
  }

  private HttpResponse<String> page(String path) throws IOException, InterruptedException {
    URI address = URI.create(provider.issuer() + path);
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(provider.issuer() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Form.query(form)))
            .build(),
        BodyHandlers.ofString());
  }

  /** What a token says, once the published key has verified it. */
  private JsonNode verified(String token) throws Exception {
    String[] parts = token.split("\\.");
    JsonNode key = get(provider.issuer() + "/.well-known/jwks.json").path("keys").path(0);
    AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
    p256.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, p256.getParameterSpec(ECParameterSpec.class))));
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
    assertEquals(key.path("kid"), header.path("kid"));
    return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }
}
