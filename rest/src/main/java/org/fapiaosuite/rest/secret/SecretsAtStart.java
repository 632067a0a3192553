package org.fapiaosuite.rest.secret;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** Refuses to start with a placeholder for a secret, and names all of them in one message. */
@ApplicationScoped
class SecretsAtStart {

  private static final int BEFORE_EVERYTHING = 0;

  private final List<GivenSecrets> features;

  SecretsAtStart(@All List<GivenSecrets> features) {
    this.features = features;
  }

  void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
    refusal().ifPresent(SecretsAtStart::refuse);
  }

  /** What to tell the operator, without a word of a secret; empty when nothing is wrong. */
  Optional<String> refusal() {
    List<String> weak =
        features.stream()
            .flatMap(feature -> feature.given().stream())
            .flatMap(
                secret ->
                    secret.weakness().map(weakness -> secret.property() + " " + weakness).stream())
            .sorted()
            .toList();
    return weak.isEmpty()
        ? Optional.empty()
        : Optional.of("does not start, secrets are none: " + String.join("; ", weak));
  }

  private static void refuse(String refusal) {
    throw new IllegalStateException(refusal);
  }
}
