package org.fapiaosuite.account.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fapiaosuite.account.exchange.IssuerSwitch;
import org.fapiaosuite.account.keys.KeyRotation;
import org.fapiaosuite.account.staff.FirstAdmin;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are refused or not understood, which {@link CommandsIT} runs no JVM for. */
@QuarkusTest
class CommandTest {

  private static final String CHANGED =
      "SELECT concat((SELECT count(*) FROM account), ' ', (SELECT count(*) FROM"
          + " switched_off_issuer), ' ', (SELECT count(*) FROM signing_key))";

  @Inject FirstAdmin firstAdmin;
  @Inject KeyRotation rotation;
  @Inject IssuerSwitch issuers;

  @ParameterizedTest
  @CsvSource({
    "something, 2",
    "first-admin, 2",
    "first-admin nobody, 2",
    "first-admin second@operator.example, 1",
    "issuer-off, 2",
    "issuer-off nobody, 1",
    "issuer-on nobody, 1",
    "rotate-keys now, 2"
  })
  void what_is_refused_or_not_understood_changes_nothing(String words, int exit) {
    String before = Database.query(CHANGED);

    int answered = new Command(firstAdmin, rotation, issuers).run(words.split(" ", -1));

    assertEquals(exit, answered);
    assertEquals(before, Database.query(CHANGED));
  }
}
