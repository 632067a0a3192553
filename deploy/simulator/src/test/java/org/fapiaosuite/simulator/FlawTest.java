package org.fapiaosuite.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Flaw;
import org.fapiaosuite.simulator.orders.Flaw.Place;
import org.fapiaosuite.simulator.orders.OrderForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlawTest {
  private static final OrderForm FORM = new OrderForm(new Random(7), Clock.systemUTC());

  static List<Object[]> flaws() {
    List<Object[]> flaws = new ArrayList<>();
    for (Flaw flaw : Flaw.values()) {
      for (Place place : Place.values()) {
        flaws.add(new Object[] {flaw, place});
      }
    }
    return flaws;
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void a_flaw_is_where_it_is_wanted_and_in_words_alone(Flaw flaw, Place place) {
    Entry right = FORM.payment(Json.object());
    Entry flawed = right.flawed(flaw, place);

    assertEquals(place == Place.STATEMENT, flawed.pushed().equals(right.fields()));
    assertEquals(place == Place.PUSH, flawed.stated().equals(right.fields()));
    assertEquals(right.fields(), flawed.fields());
    for (ObjectNode told : List.of(flawed.pushed(), flawed.stated())) {
      assertEquals(
          right.fields().retain("orderNumber", "transactionId", "customerId", "amount", "paidAt"),
          told.retain("orderNumber", "transactionId", "customerId", "amount", "paidAt"));
    }
  }

  @Test
  void a_platform_that_starts_again_tells_the_same_flaws(@TempDir Path folder) throws Exception {
    String statement = "/statements/2026-11-19";
    byte[] before;
    try (Receiver receiver = new Receiver();
        TestPlatform first = new TestPlatform(folder, receiver.events())) {
      first.http().post("/faults", "{\"flawedPercent\":100}");
      first
          .http()
          .post(
              "/orders/bulk",
              "{\"count\":40,\"order\":{\"paidAt\":\"2026-11-19T12:00:00+08:00\"}}");
      before = first.http().send("GET", statement, "").body();
    }

    try (Receiver receiver = new Receiver();
        TestPlatform second = new TestPlatform(folder, receiver.events())) {
      assertArrayEquals(before, second.http().send("GET", statement, "").body());
    }
  }
}
