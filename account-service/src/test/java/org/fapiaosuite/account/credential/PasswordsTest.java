package org.fapiaosuite.account.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fapiaosuite.account.credential.Passwords.Outcome;
import org.fapiaosuite.account.keys.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=MQ,form=nfc$"), first);
    assertNotEquals(first, second);
    assertEquals(Outcome.RIGHT, passwords().check(first, "correct horse"));
    assertEquals(Outcome.WRONG, passwords().check(first, "Correct horse"));
    assertEquals(Outcome.WRONG, passwords().check(first, "correct horse "));
  }

  @Test
  void only_the_other_tests_have_it_cheaper() {
    String stored = cheap.hash("correct horse");
    assertTrue(stored.startsWith("$argon2id$v=19$m=64,t=1,p=1,keyid=MQ,form=nfc$"), stored);
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

  @ParameterizedTest
  @CsvSource({
    // é as one character and as two, ㅎㅏㄴ and 한, Å and the angstrom sign
    "caf\u00E9 au lait, cafe\u0301 au lait",
    "\u1112\u1161\u11AB correct horse, \uD55C correct horse",
    "\u212Bngstr\u00F6m unit, \u00C5ngstro\u0308m unit",
  })
  void a_password_is_the_same_from_every_keyboard(String one, String other) {
    assertEquals(Outcome.RIGHT, cheap.check(cheap.hash(one), other));
    assertEquals(Outcome.RIGHT, cheap.check(cheap.hash(other), one));
  }

  @ParameterizedTest
  @CsvSource({
    "ﬁne weather, fine weather",
    "Ｆine weather, Fine weather",
    "Ⅱ horses run, II horses run"
  })
  void nothing_else_is_folded(String one, String other) {
    assertEquals(Outcome.WRONG, cheap.check(cheap.hash(one), other));
  }

  @Test
  void an_older_hash_is_compared_as_typed_and_worth_renewing() {
    PasswordHash fresh = PasswordHash.parse(cheap.hash("x")).orElseThrow();
    String stored = cheap.hash("cafe\u0301 au lait", fresh.asTyped());

    assertTrue(stored.startsWith("$argon2id$v=19$m=64,t=1,p=1,keyid=MQ$"), stored);
    assertEquals(Outcome.RIGHT_BUT_OUTDATED, cheap.check(stored, "cafe\u0301 au lait"));
    assertEquals(Outcome.WRONG, cheap.check(stored, "caf\u00E9 au lait"));
  }
}
