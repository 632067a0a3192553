package org.fapiaosuite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No event of the suite is without a contract, and no listener without a test that reads it. */
class EventContractsTest {
  private static final Path ROOT = Path.of("../..");

  /** Who tells what: the first word of a type. */
  private static final Map<String, String> PRODUCERS =
      Map.of(
          "account", "account-service",
          "order", "order-sync-service",
          "fapiao", "fapiao-service");

  /** Every event of the suite's design. */
  private static final Set<String> DESIGNED =
      types(
          """
          account.registration-requested account.activated account.activation-resend-requested
          account.password-reset-requested account.password-changed account.email-change-requested
          account.email-changed account.locale-changed account.claim-approval-requested
          account.claim-granted account.claim-waiting account.customer-linked account.customer-unlinked account.epoch-raised
          account.session-ended account.erased account.token-exchanged
          order.paid order.invoiceable order.refunded order.held
          fapiao.application-submitted fapiao.application-accepted fapiao.application-waiting
          fapiao.application-rejected fapiao.application-reduced fapiao.application-cancelled
          fapiao.application-due-changed fapiao.issued fapiao.mailed-out fapiao.ready-for-pickup
          fapiao.delivered fapiao.voided fapiao.red-lettered fapiao.reissued
          fapiao.support-case-opened fapiao.support-case-answered fapiao.support-case-resolved
          fapiao.notice-published fapiao.notice-withdrawn fapiao.promise-at-risk
          fapiao.deficit-found fapiao.stock-low fapiao.pickup-reminded fapiao.pickup-lapsed
          """);

  private static final Pattern TYPE =
      Pattern.compile("\"((?:account|order|fapiao)\\.[a-z-]+\\.v\\d+)\"");
  private static final Pattern TOPIC =
      Pattern.compile("(?m)^mp\\.messaging\\.incoming\\..*\\.topic=(\\w+)\\.events$");

  @Test
  void every_event_of_the_design_has_a_contract_and_no_other_has() {
    Set<String> expected = new TreeSet<>(DESIGNED);

    assertEquals(expected, contracts(".", ".schema.json"), "types with a schema");
    assertEquals(expected, contracts("examples", ".json"), "types with an example");
  }

  @Test
  void every_event_that_code_names_has_a_contract() {
    Set<String> named = new TreeSet<>();
    services()
        .flatMap(service -> javaFiles(service.resolve("src/main/java")).stream())
        .flatMap(file -> TYPE.matcher(text(file)).results())
        .forEach(match -> named.add(match.group(1)));

    assertTrue(named.size() >= 20, "the search finds types: " + named);
    named.removeAll(contracts(".", ".schema.json"));
    assertEquals(Set.of(), named);
  }

  @Test
  void every_listener_is_tested_with_the_examples_of_those_it_listens_to() {
    List<String> untested =
        services()
            .flatMap(
                listener ->
                    TOPIC
                        .matcher(
                            text(listener.resolve("src/main/resources/application.properties")))
                        .results()
                        .map(topic -> PRODUCERS.get(topic.group(1)))
                        .filter(producer -> !readsExamples(listener, producer))
                        .map(producer -> listener.getFileName() + " of " + producer))
            .toList();

    assertEquals(List.of(), untested);
  }

  private static boolean readsExamples(Path listener, String producer) {
    return javaFiles(listener.resolve("src/test/java")).stream()
        .map(EventContractsTest::text)
        .anyMatch(test -> test.contains(producer) && test.contains("src/contracts/examples"));
  }

  private static Stream<Path> services() {
    return Stream.of(
            "account-service", "order-sync-service", "fapiao-service", "notification-service")
        .map(ROOT::resolve);
  }

  private static Set<String> types(String names) {
    return Arrays.stream(names.strip().split("\\s+"))
        .map(name -> name + ".v1")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> contracts(String folder, String ending) {
    return PRODUCERS.values().stream()
        .map(producer -> ROOT.resolve(producer).resolve("src/contracts").resolve(folder))
        .flatMap(contracts -> files(contracts, 1).stream())
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(ending))
        .map(name -> name.replaceAll("(\\.v\\d+)\\b.*", "$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> javaFiles(Path folder) {
    return files(folder, Integer.MAX_VALUE).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  private static List<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.find(folder, depth, (file, kind) -> kind.isRegularFile())) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
