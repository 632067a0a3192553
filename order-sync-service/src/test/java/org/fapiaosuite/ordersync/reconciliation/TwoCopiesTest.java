package org.fapiaosuite.ordersync.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fapiaosuite.ordersync.FakePlatform;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.StatementFile;
import org.fapiaosuite.ordersync.order.OrderKeeper;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.Test;

/** Several copies of the service over one database: what each does alone they do once together. */
@QuarkusTest
class TwoCopiesTest extends ServiceTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-17");
  private static final Duration LEASE = Duration.ofMinutes(10);

  @Inject StatementDays days;
  @Inject ReconciliationDesk desk;
  @Inject OrderKeeper keeper;

  @Test
  void each_statement_is_fetched_by_one_of_them() throws InterruptedException, ExecutionException {
    // Given
    PaidOrder lost = PaidOrder.at(NOW);
    FakePlatform.serve(DAY, StatementFile.of(lost));
    clock.advance(Duration.ofDays(1));

    // When
    together(8, desk::work);

    // Then
    assertEquals(1, FakePlatform.asked().stream().filter(DAY::equals).count());
    assertEquals("1", Database.query("SELECT count(*) FROM reconciliation"));
  }

  @Test
  void each_order_turns_once() throws InterruptedException, ExecutionException {
    // Given
    List<PaidOrder> orders = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      PaidOrder paid = PaidOrder.at(NOW);
      push(paid.push());
      push(paid.refund("R-1", "1.00", NOW));
      orders.add(paid);
    }
    FakePlatform.serve(DAY, StatementFile.of(orders));
    clock.advance(Duration.ofDays(1));

    // When
    together(4, keeper::look);
    together(4, desk::work);
    clock.advance(Duration.ofDays(3));
    together(4, keeper::look);

    // Then
    assertEquals("150", Database.query("SELECT count(*) FROM orders WHERE status = 'INVOICEABLE'"));
    for (String type : List.of("order.paid.v1", "order.refunded.v1", "order.invoiceable.v1")) {
      assertEquals(
          "150", Database.query("SELECT count(*) FROM outbox WHERE type = '" + type + "'"), type);
    }
    assertEquals("450", Database.query("SELECT count(*) FROM outbox"));
  }

  @Test
  void a_day_whose_reader_died_is_taken_over_and_the_dead_one_cannot_finish() {
    // Given
    StatementDays.Key key = new StatementDays.Key("simulator", DAY);
    days.request(key, NOW);
    StatementDays.Claim dead = days.claim(UUID.randomUUID(), NOW, LEASE).orElseThrow();
    Optional<StatementDays.Claim> early = days.claim(UUID.randomUUID(), NOW, LEASE);

    // When
    Optional<StatementDays.Claim> taken =
        days.claim(UUID.randomUUID(), NOW.plus(LEASE).plusSeconds(1), LEASE);

    // Then
    assertEquals(Optional.empty(), early);
    assertTrue(taken.isPresent());
    assertFalse(days.renew(dead, NOW.plus(LEASE)));
    assertFalse(days.done(dead, NOW, "x"));
    assertTrue(days.done(taken.get(), NOW, "x"));
  }

  @Test
  void a_day_asked_for_while_it_is_being_read_is_read_again() {
    // Given
    StatementDays.Key key = new StatementDays.Key("simulator", DAY);
    days.request(key, NOW);
    StatementDays.Claim claim = days.claim(UUID.randomUUID(), NOW, LEASE).orElseThrow();

    // When
    days.request(key, NOW.plusSeconds(1));
    days.done(claim, NOW, "x");

    // Then
    assertTrue(days.claim(UUID.randomUUID(), NOW.plusSeconds(1), LEASE).isPresent());
  }

  private static void together(int copies, Runnable work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(copies);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      running.add(threads.submit(work));
    }
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();
  }
}
