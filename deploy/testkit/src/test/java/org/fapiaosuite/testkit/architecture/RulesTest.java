package org.fapiaosuite.testkit.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule finds what it forbids in the samples, all of it, and nothing else. */
class RulesTest {
  private static final String SAMPLES = RulesTest.class.getPackageName() + ".sample.";

  @Test
  void a_circle_of_features_is_found() {
    List<String> found = findings(Features.in(SAMPLES + "circle").formNoCircle(), "circle");

    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).contains("Slice harbour -> "), found.get(0));
  }

  @Test
  void reaching_into_a_feature_is_found() {
    assertFinds(
        Features.in(SAMPLES + "internals").keepTheirInternals(),
        "internals",
        Set.of("InvoiceDesk.mayNotKnow", "OrderDesk.view"));
  }

  @Test
  void floating_point_is_found_wherever_it_is() {
    assertFinds(
        Numbers.areExact(),
        "numbers",
        Set.of(
            "Price.primitive",
            "Price.array",
            "Price.list",
            "Price.<init>",
            "Price.taken",
            "Price.given",
            "Price.givenInside",
            "Price.passed",
            "Price.boxed",
            "Price.narrowed",
            "Price.referred",
            "PriceMetrics.price"));
  }

  @Test
  void reading_the_machines_time_is_found() {
    assertFinds(
        Time.comesFromTheClock(),
        "time",
        Stream.of(
                "instant today local offset zoned year millis date calendar ownClock referred"
                    .split(" "))
            .map(method -> "Impatient." + method)
            .collect(Collectors.toSet()));
  }

  @Test
  void an_event_past_the_outbox_is_found() {
    assertFinds(
        Events.goThroughTheOutbox(),
        "events",
        Set.of("Shouting.pay", "ShoutingToo.pay", "Returning.pay", "Producing.pay"));
  }

  @Test
  void a_call_within_a_transaction_is_found() {
    assertFinds(
        Transactions.waitForNoOtherMachine(Set.of()),
        "events",
        Set.of("Shouting.pay", "Calling.ask"));
  }

  @Test
  void a_call_that_a_transaction_reaches_through_other_classes_is_found() {
    assertFinds(
        Transactions.waitForNoOtherMachine(Set.of(SAMPLES + "transactions.Port")),
        "transactions",
        Set.of("Selling.sell", "SellingByHand.sell", "SellingByName.sell", "AskingPort.ask"));
  }

  @Test
  void an_endpoint_without_authorisation_is_found_whatever_its_verb() {
    assertFinds(
        Endpoints.sayWhoMayCallThem(),
        "endpoints",
        Stream.of("get post put patch delete head options further".split(" "))
            .map(method -> "OpenResource." + method)
            .collect(Collectors.toSet()));
  }

  @Test
  void an_entity_in_rest_is_found() {
    assertFinds(
        Endpoints.showNoEntity(),
        "endpoints",
        Set.of("StaffResource.list", "StaffResource.create"));
  }

  @Test
  void a_framework_in_a_shared_value_is_found() {
    assertFinds(
        Frameworks.stayOutOf(SAMPLES + "frameworks.value"),
        "frameworks",
        Set.of(
            "Parcel.annotated",
            "Parcel.generic",
            "Parcel.array",
            "Parcel.called",
            "Parcel.thrown",
            "Parcel.named",
            "Parcel.otherThanJava"));
  }

  private static void assertFinds(ArchRule rule, String sample, Set<String> members) {
    Pattern member =
        Pattern.compile(Pattern.quote(SAMPLES) + "[a-z.]*([A-Z]\\w*\\.(?:\\w+|<init>))");
    Set<String> found = new TreeSet<>();
    for (String finding : findings(rule, sample)) {
      found.add(
          member
              .matcher(finding)
              .results()
              .findFirst()
              .map((MatchResult match) -> match.group(1))
              .orElse(finding));
    }
    assertEquals(new TreeSet<>(members), found);
  }

  private static List<String> findings(ArchRule rule, String sample) {
    JavaClasses classes = new ClassFileImporter().importPackages(SAMPLES + sample);
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
