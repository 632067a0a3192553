package org.fapiaosuite.account.credential;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.fapiaosuite.rest.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private final PasswordPolicy policy =
      new PasswordPolicy(
          new SmallRyeConfigBuilder()
              .withConverter(Duration.class, 200, new DurationConverter())
              .withMapping(CredentialConfig.class)
              .build()
              .getConfigMapping(CredentialConfig.class));

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaa, repetition",
    "AaAaAaAaAaAa, repetition",
    "abababababab, repetition",
    "1111111111111111, repetition",
    "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷, repetition",
    "aB3, length",
    "password1, common",
    "finance@contoso.example1, context"
  })
  void a_password_that_is_soon_guessed_is_refused(String password, String reason) {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> policy.check("password", password, "finance@contoso.example"));

    assertEquals("violation.password." + reason, refused.violations().get(0).messageKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse battery staple", "seven green bottles", "Zwölf Boxkämpfer"})
  void any_other_is_taken(String password) {
    assertDoesNotThrow(() -> policy.check("password", password, "finance@contoso.example"));
  }
}
