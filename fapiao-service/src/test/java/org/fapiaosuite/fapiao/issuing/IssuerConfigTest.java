package org.fapiaosuite.fapiao.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerConfigTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Test
  void unknown_outcomes_are_asked_for_less_and_less_often_and_told_after_an_hour() {
    IssuerConfig config = config(Map.of());

    assertEquals("manual", config.name());
    assertEquals(
        List.of(1, 2, 5, 10, 30, 60),
        config.askAgainAfter().stream().map(wait -> (int) wait.toMinutes()).toList());
    assertEquals(Duration.ofHours(1), config.tellStaffAfter());
    assertEquals(Duration.ofMinutes(2), config.lease());
    assertEquals(Set.of(), violations(config));
  }

  @ParameterizedTest
  @CsvSource({"lease, PT0S", "lease, PT-1S", "ask-again-after, PT0S", "tell-staff-after, PT-1S"})
  void a_wait_that_is_none_is_refused(String key, String wait) {
    Set<String> violations = violations(config(Map.of("fapiao.issuer." + key, wait)));

    assertEquals(1, violations.size(), violations::toString);
  }

  @Test
  void a_name_that_no_issuer_has_is_refused_at_the_start() {
    IssuerConfig config = config(Map.of("fapiao.issuer.name", "manuel"));

    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> new Issuers(List.of(new Provider()), config));

    assertEquals("fapiao.issuer.name is manuel, but there are only [trying]", refused.getMessage());
  }

  private static IssuerConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(IssuerConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(IssuerConfig.class);
  }

  /** As the configuration is validated at the start: what each of its methods returns. */
  private static Set<String> violations(IssuerConfig config) {
    return Stream.of(IssuerConfig.class.getMethods())
        .flatMap(method -> violations(config, method))
        .collect(Collectors.toSet());
  }

  private static Stream<String> violations(IssuerConfig config, Method method) {
    try {
      return VALIDATOR
          .forExecutables()
          .validateReturnValue(config, method, method.invoke(config))
          .stream()
          .map(violation -> violation.getPropertyPath() + " " + violation.getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
