package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that others have written (npm's oidc-provider), in a process of its own, and
 * its users without a browser: the code flow with PKCE, page by page.
 */
final class Provider implements AutoCloseable {
  /** The pages of customers. */
  static final String CENTER = "another-center";

  /** What staff sign in to. */
  static final String DESK = "service-desk";

  private static final Path FOLDER = Suite.projectRoot().resolve("deploy/e2e/provider").normalize();
  private static final String BACK = "http://127.0.0.1:9/back";
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern PROMPT = Pattern.compile("name=\"prompt\" value=\"(\\w+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final Suite suite;
  private final String people;
  private @Nullable Process process;

  private Provider(Suite suite, Map<String, Map<String, Object>> people) {
    this.suite = suite;
    this.people = Http.text(people);
  }

  /** What account-service is told of it, in its environment. */
  static Map<String, String> trusted(int port) {
    String issuer = "FAPIAO_ACCOUNT_EXCHANGE_ISSUERS_ANOTHER_";
    return Map.of(
        issuer + "ISSUER", "http://127.0.0.1:" + port,
        issuer + "AUDIENCES", CENTER,
        issuer + "CUSTOMER_CLAIM", "customer_id",
        issuer + "PLATFORM", "simulator",
        issuer + "STAFF_AUDIENCES", DESK,
        issuer + "STAFF_ROLE_CLAIM", "groups",
        issuer + "STAFF_ROLES_CLERK", "invoice-clerks",
        issuer + "STAFF_ROLES_LEAD", "invoice-leads");
  }

  /**
   * Starts it where the suite expects it.
   *
   * @param people what it says of whom, by what they sign in with
   */
  static Provider started(Suite suite, Map<String, Map<String, Object>> people) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))),
        "skipped: no node on the PATH");
    assumeTrue(
        Files.exists(FOLDER.resolve("node_modules/.lock")),
        "skipped: npm ci has not run in " + FOLDER);
    Provider provider = new Provider(suite, people);
    provider.start();
    return provider;
  }

  /** Starts it with a key more than before, which signs from now on. */
  void start() {
    Path run = suite.home().resolve("run");
    try {
      process =
          new ProcessBuilder(
                  "node",
                  "provider.mjs",
                  String.valueOf(suite.providerPort()),
                  run.resolve("provider.keys").toString(),
                  people,
                  Http.text(Map.of(CENTER, BACK, DESK, BACK)))
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(run.resolve("logs/provider.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await("the provider")
        .atMost(Customer.PATIENCE)
        .ignoreExceptions()
        .until(() -> Http.at(issuer()).get("/.well-known/openid-configuration").status() == 200);
  }

  /** Stops it; what it has signed stays good. */
  void stop() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
  }

  String issuer() {
    return "http://127.0.0.1:" + suite.providerPort();
  }

  /** Signs somebody in to a front end and gives its ID token. */
  String idToken(String login, String client) {
    Browser browser =
        new Browser(HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    URI next =
        browser.follow(
            URI.create(
                issuer()
                    + "/auth?"
                    + query(
                        Map.of(
                            "client_id",
                            client,
                            "response_type",
                            "code",
                            "scope",
                            "openid email",
                            "redirect_uri",
                            BACK,
                            "code_challenge",
                            challenge(verifier),
                            "code_challenge_method",
                            "S256"))));
    while (!next.toString().startsWith(BACK)) {
      String page = browser.get(next);
      next =
          browser.send(
              next.resolve(found(ACTION, page)),
              Map.of("prompt", found(PROMPT, page), "login", login, "password", "any"));
    }
    String answer =
        browser.post(
            URI.create(issuer() + "/token"),
            Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", BACK,
                "code", found(CODE, next.toString()),
                "code_verifier", verifier));
    return Http.parse(answer).path("id_token").asText();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Keeps cookies, and follows redirects as far as a page or the front end. */
  private record Browser(HttpClient client) {

    String get(URI address) {
      return send(HttpRequest.newBuilder(address).build()).body();
    }

    String post(URI address, Map<String, String> form) {
      return send(form(address, form)).body();
    }

    /** Sends a form; where it leads to. */
    URI send(URI address, Map<String, String> form) {
      return follow(address, send(form(address, form)));
    }

    URI follow(URI address) {
      return follow(address, send(HttpRequest.newBuilder(address).build()));
    }

    private URI follow(URI from, HttpResponse<String> answer) {
      String location = answer.headers().firstValue("location").orElse("");
      if (location.isEmpty()) {
        return from;
      }
      URI to = from.resolve(location);
      return location.startsWith(BACK) ? to : follow(to);
    }

    private static HttpRequest form(URI address, Map<String, String> form) {
      return HttpRequest.newBuilder(address)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(query(form)))
          .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
      try {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
          throw new AssertionError(request + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
