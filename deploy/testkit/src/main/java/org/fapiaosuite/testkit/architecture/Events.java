package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * An event is written into the outbox, in the transaction of what it tells of; only messaging talks
 * to the broker.
 */
final class Events {
  private static final String MESSAGING = "org.fapiaosuite.messaging";
  static final String PRODUCER = "org.apache.kafka.clients.producer.";
  static final Set<String> PAST_THE_OUTBOX =
      Set.of(
          "org.eclipse.microprofile.reactive.messaging.Emitter",
          "org.eclipse.microprofile.reactive.messaging.Outgoing",
          "io.smallrye.reactive.messaging.MutinyEmitter");
  static final String CLIENTS = "io.smallrye.reactive.messaging.kafka.KafkaClientService";

  private Events() {}

  static ArchRule goThroughTheOutbox() {
    return classes()
        .should(
            Finding.none(
                "send events through the outbox only",
                (JavaClass type) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isPastTheOutbox(type, use.getTargetClass()))
                        .map(Dependency::getDescription)));
  }

  private static boolean isPastTheOutbox(JavaClass user, JavaClass used) {
    boolean broker = used.getName().startsWith(PRODUCER) || used.getName().equals(CLIENTS);
    return PAST_THE_OUTBOX.contains(used.getName())
        || (broker && !user.getPackageName().startsWith(MESSAGING));
  }
}
