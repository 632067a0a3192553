package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broken promise is visible, to the customer and to the service centre. */
@QuarkusTest
class OverdueTest {

  private static final Instant DUE = Instant.parse("2026-11-24T09:30:00Z");

  private final Story story = new Story();
  @Inject TestClock clock;

  @BeforeEach
  void on_friday() {
    clock.set(Instant.parse("2026-11-20T04:00:00Z"));
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_promise_is_overdue_from_the_moment_after_it_until_the_fapiao_exists() {
    String id = story.accepted(story.invoiceableBill("10.00"));
    clock.set(DUE);
    expect(id, false);
    clock.set(DUE.plusMillis(1));
    expect(id, true);
    Story.issue(id, Story.number()).then().statusCode(200).body("overdue", equalTo(false));
    expect(id, false);
  }

  private void expect(String id, boolean overdue) {
    story
        .customer()
        .get(Story.APPLICATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("overdue", equalTo(overdue))
        .body("dueAt", equalTo(DUE.toString()));
    Story.staff("CLERK")
        .get(DESK + "?limit=100&overdue=true")
        .then()
        .statusCode(200)
        .body("items.id", overdue ? hasItem(id) : not(hasItem(id)));
  }
}
