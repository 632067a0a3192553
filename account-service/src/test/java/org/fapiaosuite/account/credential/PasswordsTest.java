package org.fapiaosuite.account.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fapiaosuite.account.credential.Passwords.Outcome;
import org.fapiaosuite.account.keys.MasterKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordsTest {

  @Inject MasterKey master;
  @Inject HashPermit permit;
  @Inject HashCost.OfThisService running;
  @Inject Passwords cheap;

  /** As in production. */
  private Passwords passwords() {
    return new Passwords(master, permit, running.cost());
  }

  @Test
  void hash_is_argon2id_at_the_cost_we_say_and_salted_each_time() {
    String first = passwords().hash("correct horse");
    String second = passwords().hash("correct horse");
    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=MQ$"), first);
    assertNotEquals(first, second);
    assertEquals(Outcome.RIGHT, passwords().check(first, "correct horse"));
    assertEquals(Outcome.WRONG, passwords().check(first, "Correct horse"));
    assertEquals(Outcome.WRONG, passwords().check(first, "correct horse "));
  }

  @Test
  void only_the_other_tests_have_it_cheaper() {
    String stored = cheap.hash("correct horse");
    assertTrue(stored.startsWith("$argon2id$v=19$m=64,t=1,p=1,keyid=MQ$"), stored);
    assertEquals(Outcome.RIGHT_BUT_OUTDATED, passwords().check(stored, "correct horse"));
  }

  @Test
  void nobody_has_no_password() {
    assertEquals(Outcome.WRONG, passwords().check(null, ""));
    assertEquals(Outcome.WRONG, passwords().check("", ""));
    assertEquals(Outcome.WRONG, passwords().check("$2a$10$x", "x"));
  }

  @Test
  void hash_of_an_older_cost_is_right_but_outdated() {
    PasswordHash strong = PasswordHash.parse(passwords().hash("old password")).orElseThrow();
    String weak = passwords().hash("old password", strong.withCost(12_288, 3));
    assertEquals(Outcome.RIGHT_BUT_OUTDATED, passwords().check(weak, "old password"));
  }
}
