package org.fapiaosuite.account.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.fapiaosuite.account.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of access tokens follow each other, and nobody is signed out by it. */
@QuarkusTest
class KeyRotationTest {

  @Inject TestClock clock;
  @Inject SigningKeys keys;
  @Inject KeyRotation rotation;
  private String first = "";

  @BeforeEach
  void begin() {
    first = keys.signingKeyId();
  }

  /** Back to the key that the other tests know. */
  @AfterEach
  void end() throws SQLException {
    clock.reset();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM signing_key");
    }
    keys.look();
    assertEquals(first, keys.signingKeyId());
  }

  @Test
  void a_new_key_is_published_before_it_signs_and_the_old_one_after_its_last_token() {
    // When
    rotation.byCommand();
    keys.look();

    // Then
    List<String> both = published();
    assertEquals(2, both.size());
    assertEquals(first, both.get(0));
    assertEquals(first, keys.signingKeyId());

    // When
    clock.advance(Duration.ofMinutes(10));

    // Then
    assertEquals(both.get(1), keys.signingKeyId());
    assertTrue(keys.publicKey(first).isPresent(), "tokens of the old key are believed");
    Story.as(Story.accessToken(Story.activeCustomer("simulator:new-keys")))
        .get("/api/v1/account")
        .then()
        .statusCode(200);

    // When
    clock.advance(Duration.ofHours(1));
    keys.look();

    // Then
    assertEquals(List.of(both.get(1)), published());
    assertTrue(keys.publicKey(first).isEmpty());
  }

  @Test
  void a_token_outlives_the_change_of_keys() {
    // Given a new key that signs in ten minutes
    rotation.byCommand();
    keys.look();
    clock.advance(Duration.ofMinutes(9));
    String token = Story.accessToken(Story.activeCustomer("simulator:outlives"));

    // When
    clock.advance(Duration.ofMinutes(2));

    // Then
    assertNotEquals(first, keys.signingKeyId());
    Story.as(token).get("/api/v1/account").then().statusCode(200);
  }

  @Test
  void a_key_is_replaced_at_its_age_and_once() {
    // When
    clock.advance(Duration.ofDays(89));
    keys.look();

    // Then
    assertEquals(List.of(first), published());

    // When
    clock.advance(Duration.ofDays(2));
    keys.look();
    keys.look();

    // Then
    assertEquals(2, published().size());
  }

  @Test
  void no_key_is_in_the_database_in_clear() {
    // When
    rotation.byCommand();

    // Then
    String rows = Database.query("SELECT string_agg(encode(sealed, 'hex'), ' ') FROM signing_key");
    // how every PKCS#8 of a P-256 key begins: the algorithm's identifier
    assertFalse(rows.contains("06072a8648ce3d020106082a8648ce3d030107"));
    assertTrue(rows.contains(" "), "two keys");
  }

  private static List<String> published() {
    return RestAssured.given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }
}
