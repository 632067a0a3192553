package org.fapiaosuite.fapiao.stock;

import static org.awaitility.Awaitility.await;
import static org.fapiaosuite.fapiao.Story.staff;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.fapiao.contracts.Contract;
import org.fapiaosuite.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Little is left: shown, measured, and told once a day. */
@QuarkusTest
class StockLowTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Half past eleven in the evening in China, so that the day ends soon. */
  private static final Instant EVENING = Instant.parse("2026-12-10T15:30:00Z");

  private final Story story = new Story();
  @Inject TestClock clock;
  @Inject MeterRegistry registry;

  @BeforeEach
  void in_the_evening() {
    Shelves.clear();
    clock.set(EVENING);
  }

  @AfterEach
  void as_before() {
    clock.reset();
    Shelves.clear();
  }

  @Test
  void low_stock_is_told_once_a_day() throws JsonProcessingException {
    // Given three numbers, of which two are few
    Shelves.received(3, EVENING);
    Shelves.settle(Map.of("threshold", 2)).then().statusCode(200).body("low", equalTo(false));

    // When one is held
    story.accepted(story.invoiceableBill("10.00"));

    // Then it is shown, measured and told
    staff("CLERK").get(Shelves.KIND).then().body("low", equalTo(true));
    await().atMost(PATIENCE).until(() -> told("2026-12-10").size() == 1);
    await().atMost(PATIENCE).until(() -> gauge("available") == 2 && gauge("low") == 1);
    JsonNode item = new ObjectMapper().readTree(told("2026-12-10").get(0)).path("items").path(0);
    assertEquals("ORDINARY", item.path("type").asText());
    assertEquals("PAPER", item.path("medium").asText());
    assertEquals(2, item.path("available").asInt());
    assertEquals(2, item.path("threshold").asInt());

    // When even fewer are left, and then the next day begins
    story.accepted(story.invoiceableBill("10.00"));
    await().atMost(PATIENCE).until(() -> gauge("available") == 1);
    clock.set(EVENING.plus(Duration.ofMinutes(30)));

    // Then it was not told again before that day
    await().atMost(PATIENCE).until(() -> told("2026-12-11").size() == 1);
    assertEquals(1, told("2026-12-10").size());

    // When enough come in, then it is low no more
    Shelves.received(5, EVENING);
    await().atMost(PATIENCE).until(() -> gauge("low") == 0);
  }

  @Test
  void a_quota_of_which_a_tenth_is_left_is_low() {
    Shelves.settle(Map.of("monthlyQuota", Story.cny("111.12")))
        .then()
        .statusCode(200)
        .body("low", equalTo(false));
    story.accepted(story.invoiceableBill("106.00"));

    staff("CLERK").get(Shelves.KIND).then().body("low", equalTo(false));
    Shelves.settle(Map.of("monthlyQuota", Story.cny("111.11")))
        .then()
        .statusCode(200)
        .body("low", equalTo(true));
  }

  private long gauge(String what) {
    return (long)
        registry
            .get("fapiao.stock." + what)
            .tags("type", "ORDINARY", "medium", "PAPER")
            .gauge()
            .value();
  }

  /** What was told on a day, each of which keeps its contract. */
  private static List<String> told(String day) {
    return Story.events("stock").stream()
        .map(event -> event.split(" ", 2)[1])
        .filter(data -> data.contains("\"day\":\"" + day + "\""))
        .peek(data -> Contract.assertKept("fapiao.stock-low.v1", data))
        .toList();
  }
}
