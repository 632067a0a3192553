package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.APPLICATIONS;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action over REST in every state in which it is not due: refused with its own problem that
 * names the state, or answered with the state it was to lead to. And in a state in which it is due,
 * but on another version than the caller has read.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionsTest {

  /** What {@code If-Match} says to whom every version is right, and one that there never was. */
  private static final String ANY = "*";

  private static final String OTHER = "\"99999-en\"";

  private static final Map<Action, String> PROBLEMS =
      Map.ofEntries(
          Map.entry(Action.EDIT, "cannot-edit"),
          Map.entry(Action.DISCARD, "cannot-discard"),
          Map.entry(Action.CONFIRM, "cannot-confirm"),
          Map.entry(Action.CANCEL, "cannot-cancel"),
          Map.entry(Action.CHANGE_DELIVERY, "cannot-change-delivery"),
          Map.entry(Action.ACCEPT, "cannot-accept"),
          Map.entry(Action.REJECT, "cannot-reject"),
          Map.entry(Action.ISSUE, "cannot-issue"),
          Map.entry(Action.MAIL_OUT, "cannot-mail-out"),
          Map.entry(Action.MAKE_READY, "cannot-make-ready"),
          Map.entry(Action.HAND_OVER, "cannot-hand-over"),
          Map.entry(Action.RECORD_DELIVERED, "cannot-record-outcome"),
          Map.entry(Action.RECORD_RETURNED, "cannot-record-outcome"),
          Map.entry(Action.RECORD_LOST, "cannot-record-outcome"));

  private static final Set<Action> NOT_OVER_REST =
      EnumSet.of(
          Action.WITHDRAW,
          Action.WAIT_FOR_STOCK,
          Action.TAKE_UP,
          Action.REMIND,
          Action.LAPSE,
          Action.REDUCE,
          Action.RECORD_ISSUED,
          Action.RECORD_REFUSED,
          Action.RECORD_UNKNOWN);

  private final Story story = new Story();
  private final String number = Story.number();
  private String bill = "";
  private String id = "";

  @BeforeEach
  void an_issued_application() {
    if (!bill.isEmpty()) {
      return;
    }
    bill = story.invoiceableBill("10.00");
    id = story.accepted(bill);
    Story.issue(id, number).then().statusCode(200);
  }

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @MethodSource
  void an_action_that_is_not_due(Action action, ApplicationStatus state, Action.Step step) {
    force(state);
    Response answer = act(action, ANY);
    if (state == ApplicationStatus.DRAFT && isStaffs(action)) {
      answer.then().statusCode(404);
    } else if (step == Action.Step.STAY) {
      answer.then().statusCode(200);
      assertEquals(state.name(), Json.of(answer).path("status").asText());
    } else {
      answer.then().statusCode(409).contentType("application/problem+json");
      JsonNode problem = Json.of(answer);
      assertEquals(
          "urn:fapiaosuite:problem:" + PROBLEMS.get(action), problem.path("type").asText());
      assertEquals(state.name(), problem.path("state").asText());
      assertTrue(problem.path("detail").asText().startsWith("The application is "), "" + problem);
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource
  void an_action_on_another_version_than_was_read(Action action, ApplicationStatus state) {
    force(state);

    act(action, OTHER)
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:fapiaosuite:problem:precondition-failed"));
  }

  /** What needs another delivery, or money that is not issued, ServiceCentreTest has. */
  static Stream<Arguments> an_action_on_another_version_than_was_read() {
    return PROBLEMS.keySet().stream()
        .sorted()
        .filter(
            action ->
                action != Action.MAKE_READY
                    && action != Action.HAND_OVER
                    && action != Action.REJECT)
        .map(action -> Arguments.of(action, stateIn(action)));
  }

  /** The first state in which an action is due. */
  private static ApplicationStatus stateIn(Action action) {
    return Stream.of(ApplicationStatus.values())
        .filter(state -> action.step(state) == Action.Step.GO)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void no_action_is_left_out() {
    Set<Action> all = EnumSet.copyOf(PROBLEMS.keySet());
    all.addAll(NOT_OVER_REST);
    assertEquals(EnumSet.allOf(Action.class), all);
    // the three outcomes of one parcel are one call
    assertEquals(PROBLEMS.size() - 2, Set.copyOf(PROBLEMS.values()).size());
  }

  /** What the suite does by itself has its problem too. */
  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource
  void an_action_of_the_suite_itself(Action action, ApplicationStatus state) {
    Action.Step step = action.step(state);
    if (step == Action.Step.REFUSE) {
      ProblemException refused = assertThrows(ProblemException.class, () -> action.isDue(state));
      assertEquals(409, refused.getStatusCode());
    } else {
      assertEquals(step == Action.Step.GO, action.isDue(state));
    }
  }

  static Stream<Arguments> an_action_of_the_suite_itself() {
    return NOT_OVER_REST.stream()
        .flatMap(
            action ->
                Stream.of(ApplicationStatus.values()).map(state -> Arguments.of(action, state)));
  }

  static Stream<Arguments> an_action_that_is_not_due() {
    return PROBLEMS.keySet().stream()
        .sorted()
        .flatMap(
            action ->
                Stream.of(ApplicationStatus.values())
                    .filter(state -> action.step(state) != Action.Step.GO)
                    .map(state -> Arguments.of(action, state, action.step(state))));
  }

  private static boolean isStaffs(Action action) {
    return switch (action) {
      case EDIT, DISCARD, CONFIRM, CANCEL, CHANGE_DELIVERY -> false;
      default -> true;
    };
  }

  private Response act(Action action, String version) {
    String own = APPLICATIONS + "/" + id;
    String desk = DESK + "/" + id;
    RequestSpecification customer = story.customer().header("If-Match", version);
    RequestSpecification clerk = Story.staff("CLERK").header("If-Match", version);
    return switch (action) {
      case EDIT -> customer.body(Story.request(bill)).put(own);
      case DISCARD -> customer.delete(own);
      case CONFIRM -> customer.post(own + "/confirmation");
      case CANCEL -> customer.post(own + "/cancellation");
      case CHANGE_DELIVERY -> customer.body(Story.courier()).put(own + "/delivery");
      case ACCEPT -> clerk.post(desk + "/acceptance");
      case REJECT -> clerk.body(Map.of("reason", "x")).post(desk + "/rejection");
      case ISSUE -> clerk.body(Story.numbers("3100261320", number)).post(desk + "/issue");
      case MAIL_OUT ->
          clerk
              .body(Map.of("carrier", "SF", "waybill", "SF1234567890123"))
              .post(desk + "/mail-out");
      case MAKE_READY -> clerk.post(desk + "/ready-for-pickup");
      case HAND_OVER -> clerk.body(Map.of("code", "00000000")).post(desk + "/hand-over");
      case RECORD_DELIVERED -> outcome(clerk, "DELIVERED");
      case RECORD_RETURNED -> outcome(clerk, "RETURNED");
      case RECORD_LOST -> outcome(clerk, "LOST");
      case WITHDRAW,
          REDUCE,
          WAIT_FOR_STOCK,
          TAKE_UP,
          REMIND,
          LAPSE,
          RECORD_ISSUED,
          RECORD_REFUSED,
          RECORD_UNKNOWN ->
          throw new IllegalStateException("not over REST");
    };
  }

  private Response outcome(RequestSpecification clerk, String outcome) {
    return clerk.body(Map.of("outcome", outcome)).post(DESK + "/" + id + "/delivery-outcome");
  }

  private void force(ApplicationStatus state) {
    try (Connection connection = Database.connect();
        PreparedStatement update =
            connection.prepareStatement("UPDATE application SET status = ? WHERE id = ?")) {
      update.setString(1, state.name());
      update.setObject(2, UUID.fromString(id));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
