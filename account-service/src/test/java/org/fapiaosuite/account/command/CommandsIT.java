package org.fapiaosuite.account.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.fapiaosuite.account.exchange.TestIssuer;
import org.fapiaosuite.account.exchange.TestIssuers;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an operator does with the packaged service before and beside its running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {

  private static final String ADMIN = "first@operator.example";

  private final List<Process> started = new CopyOnWriteArrayList<>();
  private final TestIssuers issuers = new TestIssuers();
  private final ExecutorService beside = Executors.newSingleThreadExecutor();
  private Path config = Path.of("");
  private int port;

  @BeforeAll
  void installation() throws IOException {
    SuiteInfrastructure infrastructure = new SuiteInfrastructure();
    infrastructure.init(Map.of("database", "account_commands"));
    Map<String, String> given = infrastructure.start();
    String keys = given.get("fapiao.testkit.keys");
    port = freePort();
    Properties properties = new Properties();
    properties.putAll(given);
    properties.putAll(issuers.start());
    properties.remove("mp.jwt.verify.publickey.location");
    properties.put("quarkus.http.port", String.valueOf(port));
    properties.put("quarkus.management.port", String.valueOf(freePort()));
    properties.put("fapiao.account.keys.signing", keys + "/account-service.pem");
    properties.put("fapiao.account.keys.service-trust", keys + "/trust.jwks.json");
    properties.put("fapiao.account.keys.master", "oKGio6SlpqeoqaqrrK2ur7CxsrO0tba3uLm6u7y9vr8=");
    config = Path.of("target/commands.properties").toAbsolutePath();
    try (BufferedWriter out = Files.newBufferedWriter(config)) {
      properties.store(out, null);
    }
  }

  @AfterAll
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    beside.shutdownNow();
    issuers.stop();
  }

  @Test
  void an_installation_is_administered_from_the_command_line_while_it_runs() throws Exception {
    // When
    Answer made = run("first-admin", ADMIN);

    // Then
    assertEquals(0, made.exit());
    String password = made.out().strip();
    assertTrue(password.length() >= 8 && password.lines().count() == 1, "one line: a password");

    // When
    serve();
    Response signedIn = signIn(password);
    caller()
        .auth()
        .oauth2(signedIn.then().statusCode(201).extract().path("accessToken"))
        .body(Map.of("newPassword", "seven green bottles"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(204);

    // Then
    signIn(password).then().statusCode(401);
    JsonPath admin = signIn("seven green bottles").then().statusCode(201).extract().jsonPath();
    caller()
        .auth()
        .oauth2(admin.getString("accessToken"))
        .get("/api/v1/staff")
        .then()
        .statusCode(200);

    // Given
    String before = keyIds();
    String exchanged = exchange().then().statusCode(200).extract().path("access_token");
    account(exchanged).then().statusCode(200);

    // When
    Future<Answer> rotating = beside.submit(() -> run("rotate-keys"));
    Answer off = run("issuer-off", "customers");
    Answer rotated = rotating.get();

    // Then
    assertEquals(new Answer(0, "sessions ended 1\n"), off);
    account(exchanged).then().statusCode(401);
    exchange().then().statusCode(400);
    assertEquals(0, rotated.exit());
    assertTrue(rotated.out().startsWith("signs from "), rotated.out());
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertNotEquals(before, keyIds()));
    assertEquals("2", Database.query("SELECT count(*) FROM signing_key"));
  }

  private Response exchange() {
    Map<String, Object> claims =
        TestIssuer.claims(TestIssuer.customers(), "mei.lin@contoso.example");
    return RestAssured.given()
        .port(port)
        .formParam("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
        .formParam("subject_token", TestIssuer.token(claims))
        .formParam("subject_token_type", "urn:ietf:params:oauth:token-type:id_token")
        .post("/api/v1/token");
  }

  private Response account(String accessToken) {
    return caller().auth().oauth2(accessToken).get("/api/v1/account");
  }

  private record Answer(int exit, String out) {}

  private Answer run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments).start();
    started.add(process);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), out);
  }

  private void serve() throws IOException {
    started.add(start().start());
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> caller().get("/.well-known/jwks.json").statusCode() == 200);
  }

  private ProcessBuilder start(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.config.locations=" + config,
                "-Dfapiao.account.keys.look-every=1s",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target/commands.log").toFile()));
  }

  private Response signIn(String password) {
    return caller().body(Map.of("email", ADMIN, "password", password)).post("/api/v1/sessions");
  }

  private String keyIds() {
    return caller().get("/.well-known/jwks.json").jsonPath().getList("keys.kid").toString();
  }

  private RequestSpecification caller() {
    return RestAssured.given().port(port).contentType(ContentType.JSON);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
