package org.fapiaosuite.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing gets slower, with the values of production; known and unknown addresses alike. */
@QuarkusTest
class SignInDelayTest {

  private static final String WRONG = "not the password at all";

  @Inject TestClock clock;

  @BeforeEach
  void standingTime() {
    clock.set(Instant.now());
  }

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void after_five_failures_each_further_one_waits_twice_as_long() {
    for (String email :
        List.of(Story.activeCustomer("simulator:guessed"), Story.mailbox("nobody"))) {
      for (int i = 0; i < 5; i++) {
        signIn(email, WRONG, "10.200.1." + i).then().statusCode(401);
      }
      for (int wait : new int[] {1, 2, 4, 8, 16}) {
        signIn(email, WRONG, "10.200.1.77")
            .then()
            .statusCode(429)
            .header("Retry-After", String.valueOf(wait))
            .body("type", equalTo("urn:fapiaosuite:problem:too-many-requests"));
        clock.advance(Duration.ofSeconds(wait));
        signIn(email, WRONG, "10.200.1.78").then().statusCode(401);
      }
      signIn(email, WRONG, "10.200.2.1").then().statusCode(401);
    }
  }

  @Test
  void right_password_forgives_the_failures() {
    // Given
    String email = Story.activeCustomer("simulator:forgiven");
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        signIn(email, WRONG, "10.201.1.1").then().statusCode(401);
      }

      // When, Then
      signIn(email, Story.PASSWORD, "10.201.1.1").then().statusCode(201);
    }
  }

  @Test
  void of_two_tries_at_once_neither_waits_for_the_other() {
    // Given
    String email = Story.activeCustomer("simulator:twice-at-once");
    signIn(email, WRONG, "10.209.1.1").then().statusCode(401);

    // When the second has read its clock before the first was counted
    clock.advance(Duration.ofMillis(-1));

    // Then
    signIn(email, WRONG, "10.209.1.1").then().statusCode(401);
    signIn(email, Story.PASSWORD, "10.209.1.1").then().statusCode(201);
  }

  @Test
  void thirty_failures_in_an_hour_from_anywhere_make_the_mailbox_wait() {
    // Given
    String email = Story.activeCustomer("simulator:anywhere");
    for (int i = 0; i < 30; i++) {
      signIn(email, WRONG, "10.202." + i + ".1").then().statusCode(401);
    }

    // When
    signIn(email, Story.PASSWORD, "10.203.1.1").then().statusCode(429);

    // Then
    clock.advance(Duration.ofHours(1));
    signIn(email, Story.PASSWORD, "10.203.1.1").then().statusCode(201);
  }

  @Test
  void a_locked_out_owner_gets_in_by_a_reset_and_whoever_guesses_does_not() {
    // Given
    String email = Story.activeCustomer("simulator:lockedout");
    for (int i = 0; i < 30; i++) {
      signIn(email, WRONG, "10.205." + i + ".1").then().statusCode(401);
    }
    signIn(email, Story.PASSWORD, "10.206.1.1").then().statusCode(429);

    // When
    String account = Story.event("account.activated.v1", email).getString("accountId");
    Story.json(Map.of("email", email)).post("/api/v1/password-resets").then().statusCode(202);
    String request =
        Story.event("account.password-reset-requested.v1", account).getString("requestId");
    String temporary = Story.secret("TEMPORARY_PASSWORD", request);
    String token =
        signIn(email, temporary, "10.206.1.1").then().statusCode(201).extract().path("accessToken");
    Story.as(token)
        .body(Map.of("newPassword", "seven green bottles"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(204);

    // Then
    signIn(email, WRONG, "10.207.1.1").then().statusCode(429);
    signIn(email, "seven green bottles", "10.207.1.1").then().statusCode(429);
    signIn(email, "seven green bottles", "10.206.1.1").then().statusCode(201);
    signIn(email, WRONG, "10.206.1.1").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT account/password", "POST account/email-changes"})
  void whoever_holds_a_token_cannot_guess_the_password_with_it(String operation) {
    // Given
    String email = Story.activeCustomer("simulator:borrowed");
    String token = Story.accessToken(email);
    Map<String, String> wrong =
        operation.startsWith("PUT")
            ? Map.of("currentPassword", WRONG, "newPassword", "seven green bottles")
            : Map.of("newEmail", Story.mailbox("thief"), "password", WRONG);
    Supplier<Response> guess =
        () ->
            Story.from("10.208.1.1")
                .auth()
                .oauth2(token)
                .body(wrong)
                .request(operation.split(" ")[0], "/api/v1/" + operation.split(" ")[1]);

    // When
    for (int i = 0; i < 5; i++) {
      guess.get().then().statusCode(401);
    }

    // Then
    guess.get().then().statusCode(429).header("Retry-After", notNullValue());
  }

  @Test
  void guesses_in_parallel_gain_nothing() {
    // Given
    String email = Story.mailbox("parallel");

    // When
    List<Integer> answers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> signIn(email, WRONG, "10.204.1." + i).statusCode())
            .toList();

    // Then
    assertEquals(5, answers.stream().filter(status -> status == 401).count());
    assertTrue(answers.stream().allMatch(status -> status == 401 || status == 429));
  }

  private static Response signIn(String email, String password, String address) {
    return Story.from(address)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/sessions");
  }
}
