package org.fapiaosuite.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * An event is written into the outbox, in the transaction of what it tells of; only messaging talks
 * to the broker. A transaction holds locks, so nothing in it waits for another machine.
 */
final class Events {
  private static final String MESSAGING = "org.fapiaosuite.messaging";
  private static final String PRODUCER = "org.apache.kafka.clients.producer.";
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final Set<String> PAST_THE_OUTBOX =
      Set.of(
          "org.eclipse.microprofile.reactive.messaging.Emitter",
          "org.eclipse.microprofile.reactive.messaging.Outgoing",
          "io.smallrye.reactive.messaging.MutinyEmitter");
  private static final String CLIENTS = "io.smallrye.reactive.messaging.kafka.KafkaClientService";
  private static final List<String> NETWORK =
      List.of(
          PRODUCER,
          CLIENTS,
          "java.net.http.",
          "java.net.Socket",
          "javax.net.ssl.SSLSocket",
          "org.eclipse.microprofile.rest.client.",
          "io.quarkus.mailer.");

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

  static ArchRule noTransactionWaitsForTheNetwork() {
    return methods()
        .that(describe("are transactional", Events::isTransactional))
        .should(
            Finding.none(
                "wait for no other machine",
                method ->
                    method.getAccessesFromSelf().stream()
                        .filter(access -> isNetwork(access.getTargetOwner()))
                        .map(JavaAccess::getDescription)))
        .allowEmptyShould(true);
  }

  private static boolean isPastTheOutbox(JavaClass user, JavaClass used) {
    boolean broker = used.getName().startsWith(PRODUCER) || used.getName().equals(CLIENTS);
    return PAST_THE_OUTBOX.contains(used.getName())
        || (broker && !user.getPackageName().startsWith(MESSAGING));
  }

  private static boolean isTransactional(JavaMethod method) {
    return method.isAnnotatedWith(TRANSACTIONAL)
        || method.getOwner().isAnnotatedWith(TRANSACTIONAL);
  }

  private static boolean isNetwork(JavaClass type) {
    return PAST_THE_OUTBOX.contains(type.getName())
        || NETWORK.stream().anyMatch(type.getName()::startsWith);
  }
}
