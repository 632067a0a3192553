package org.fapiaosuite.ordersync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.intake.IntakeStatement.Seen;
import org.fapiaosuite.ordersync.platform.Platforms;
import org.fapiaosuite.ordersync.platform.VerifiedPush;
import org.fapiaosuite.testkit.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pushes that come while others are being written. */
@QuarkusTest
class IntakeWriterTest extends ServiceTest {
  private Future<Map<PushKey, Seen>> writing = CompletableFuture.completedFuture(Map.of());

  @Inject AgroalDataSource database;
  @Inject Outbox outbox;
  @Inject TransactionSynchronizationRegistry transactions;
  @Inject Platforms platforms;
  @Inject IntakeRows rows;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private HeldStatement statement;
  private IntakeWriter writer;

  @BeforeEach
  void open() {
    statement = new HeldStatement(database);
    writer = new IntakeWriter(statement, outbox, transactions, new SimpleMeterRegistry());
  }

  @AfterEach
  void end() {
    statement.release();
    callers.shutdownNow();
  }

  /** The statement, whose execution waits until the test lets go of it. */
  private static final class HeldStatement extends IntakeStatement {
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<List<IntakeRow>> executed = new CopyOnWriteArrayList<>();
    private volatile @Nullable Throwable trouble;

    HeldStatement(AgroalDataSource database) {
      super(database);
    }

    void release() {
      held.countDown();
    }

    @Override
    Map<PushKey, Seen> execute(List<IntakeRow> rows) throws SQLException {
      executed.add(rows);
      try {
        if (!held.await(1, TimeUnit.MINUTES)) {
          throw new IllegalStateException("never let go of");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      if (rows.size() > 1 && trouble instanceof SQLException failure) {
        throw failure;
      }
      if (rows.size() > 1 && trouble instanceof Error failure) {
        throw failure;
      }
      return super.execute(rows);
    }
  }

  @Test
  void what_came_while_others_were_written_shares_one_statement() throws Exception {
    // Given
    occupyTheWriter();

    // When
    List<PaidOrder> orders = new ArrayList<>();
    List<Future<Map<PushKey, Seen>>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      PaidOrder paid = PaidOrder.at(NOW);
      orders.add(paid);
      waiting.add(write("shared-" + i, paid.push()));
    }
    statement.release();

    // Then
    assertEquals(1, writing.get().size());
    for (int i = 0; i < 5; i++) {
      assertEquals(0, seen("shared-" + i, waiting.get(i)).repeats());
      assertEquals(List.of("order.paid.v1"), events(orders.get(i)));
    }
    assertEquals(List.of(1, 5), statement.executed.stream().map(List::size).toList());
  }

  @Test
  void more_than_a_hundred_are_written_in_several_statements() throws Exception {
    // Given
    occupyTheWriter();
    List<Future<Map<PushKey, Seen>>> waiting = new ArrayList<>();
    for (int batch = 0; batch < 3; batch++) {
      List<IntakeRow> events = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        events.add(row("batch-" + batch + "-" + i, "{\"type\":\"dispute.opened\"}"));
      }
      waiting.add(write(events));
    }

    // When
    statement.release();
    for (Future<Map<PushKey, Seen>> one : waiting) {
      one.get();
    }

    // Then
    assertEquals("121", Database.query("SELECT count(*) FROM push"));
    assertEquals(List.of(1, 40, 80), statement.executed.stream().map(List::size).sorted().toList());
  }

  @Test
  void a_push_that_cannot_be_stored_does_not_take_its_neighbours_along() throws Exception {
    // Given
    occupyTheWriter();
    PaidOrder paid = PaidOrder.at(NOW);

    // When
    Future<Map<PushKey, Seen>> before = write("before", "{\"type\":\"dispute.opened\"}");
    Future<Map<PushKey, Seen>> bad = write(List.of(unstorable("bad")));
    Future<Map<PushKey, Seen>> after = write("after", paid.push());
    statement.release();

    // Then
    assertEquals(0, seen("before", before).repeats());
    assertEquals(0, seen("after", after).repeats());
    assertEquals(List.of("order.paid.v1"), events(paid));
    ExecutionException refused = assertThrows(ExecutionException.class, bad::get);
    assertEquals("22P05", assertInstanceOf(SQLException.class, refused.getCause()).getSQLState());
    assertEquals("0", Database.query("SELECT count(*) FROM push_key WHERE webhook_id = 'bad'"));
  }

  @Test
  void a_push_whose_row_is_held_does_not_hold_up_its_neighbours() throws Exception {
    // Given
    occupyTheWriter();
    PaidOrder paid = PaidOrder.at(NOW);
    try (Connection other = Database.connect();
        Statement lock = other.createStatement()) {
      lock.execute(
          "INSERT INTO push_key (platform, webhook_id, body_hash, received_at)"
              + " VALUES ('simulator', 'held', '\\x00', now())");
      other.setAutoCommit(false);
      lock.execute("SELECT FROM push_key WHERE webhook_id = 'held' FOR UPDATE");

      // When
      Future<Map<PushKey, Seen>> held = write("held", "{\"type\":\"dispute.opened\"}");
      Future<Map<PushKey, Seen>> neighbour = write("neighbour", paid.push());
      statement.release();

      // Then
      assertEquals(0, seen("neighbour", neighbour).repeats());
      assertEquals(List.of("order.paid.v1"), events(paid));
      ExecutionException failed = assertThrows(ExecutionException.class, held::get);
      assertEquals("55P03", assertInstanceOf(SQLException.class, failed.getCause()).getSQLState());
      other.rollback();
    }
  }

  @Test
  void in_a_transaction_of_the_callers_nothing_of_others_is_written() throws Exception {
    // Given
    occupyTheWriter();
    Future<Map<PushKey, Seen>> waiting = write("waiting", PaidOrder.at(NOW).push());

    // When
    Future<?> undone =
        callers.submit(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          writer.write(List.of(row("undone", PaidOrder.at(NOW).push())));
                          throw new IllegalStateException("rolls back");
                        }));
    await().until(() -> statement.executed.size() == 2);
    statement.release();
    assertThrows(ExecutionException.class, undone::get);

    // Then
    writing.get();
    waiting.get();
    assertEquals(
        "waiting writing",
        Database.query("SELECT string_agg(webhook_id, ' ' ORDER BY webhook_id) FROM push_key"));
  }

  @Test
  void the_same_push_twice_is_written_once_and_known_the_second_time() throws Exception {
    // Given
    occupyTheWriter();
    PaidOrder paid = PaidOrder.at(NOW);

    // When
    Future<Map<PushKey, Seen>> first = write("twice", paid.push());
    Future<Map<PushKey, Seen>> second = write("twice", paid.withAmount("1.00").push());
    statement.release();

    // Then
    List<Seen> seen = List.of(seen("twice", first), seen("twice", second));
    assertEquals(List.of(0, 1), seen.stream().map(Seen::repeats).sorted().toList());
    assertEquals(seen.get(0).bodyHash(), seen.get(1).bodyHash());
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals("1", Database.query("SELECT repeats FROM push_key WHERE webhook_id = 'twice'"));
  }

  @Test
  void of_two_payments_of_one_order_the_second_is_for_the_review() throws Exception {
    // Given
    occupyTheWriter();
    PaidOrder paid = PaidOrder.at(NOW);
    PaidOrder again = paid.withTransaction("T-" + UUID.randomUUID());

    // When
    Future<Map<PushKey, Seen>> first = write("z-first", paid.push());
    Future<Map<PushKey, Seen>> second = write("a-second", again.push());
    statement.release();
    first.get();
    second.get();

    // Then
    assertEquals(List.of(1, 2), statement.executed.stream().map(List::size).toList());
    assertEquals(List.of("order.paid.v1"), events(paid));
    assertEquals(
        paid.transactionId(),
        Database.query(
            "SELECT transaction_id FROM orders WHERE order_number = '" + paid.orderNumber() + "'"));
    assertEquals(
        "1",
        Database.query(
            "SELECT count(*) FROM order_review WHERE order_number = '" + paid.orderNumber() + "'"));
  }

  @Test
  void when_the_database_is_away_nobody_is_tried_again_one_by_one() throws Exception {
    // Given
    occupyTheWriter();
    statement.trouble = new SQLException("connection lost", "08006");

    // When
    Future<Map<PushKey, Seen>> first = write("first", PaidOrder.at(NOW).push());
    Future<Map<PushKey, Seen>> second = write("second", PaidOrder.at(NOW).push());
    statement.release();

    // Then
    for (Future<Map<PushKey, Seen>> one : List.of(first, second)) {
      ExecutionException failed = assertThrows(ExecutionException.class, one::get);
      assertEquals("08006", assertInstanceOf(SQLException.class, failed.getCause()).getSQLState());
    }
    assertEquals(List.of(1, 2), statement.executed.stream().map(List::size).toList());
  }

  @Test
  void whoever_breaks_down_while_writing_for_others_leaves_nobody_waiting() throws Exception {
    // Given
    occupyTheWriter();
    statement.trouble = new StackOverflowError();

    // When
    Future<Map<PushKey, Seen>> first = write("first", PaidOrder.at(NOW).push());
    Future<Map<PushKey, Seen>> second = write("second", PaidOrder.at(NOW).push());
    statement.release();

    // Then
    assertThrows(ExecutionException.class, first::get);
    assertThrows(ExecutionException.class, second::get);
    PaidOrder next = PaidOrder.at(NOW);
    writer.write(List.of(row("next", next.push())));
    assertEquals(List.of("order.paid.v1"), events(next));
  }

  private void occupyTheWriter() {
    writing = callers.submit(() -> writer.write(List.of(row("writing", "{\"type\":\"other\"}"))));
    await().until(() -> statement.executed.size() == 1);
  }

  private Future<Map<PushKey, Seen>> write(String id, String body) {
    return write(List.of(row(id, body)));
  }

  /** Returns when it waits, so that the next one comes behind it. */
  private Future<Map<PushKey, Seen>> write(List<IntakeRow> pushes) {
    int before = writer.waiting();
    Future<Map<PushKey, Seen>> written = callers.submit(() -> writer.write(pushes));
    await().until(() -> writer.waiting() == before + 1);
    return written;
  }

  private IntakeRow row(String id, String body) {
    ReceivedPush push =
        ReceivedPush.of("simulator", new VerifiedPush(id, body.getBytes(UTF_8)), NOW);
    return rows.of(push, platforms.find("simulator").orElseThrow().read(push.body()));
  }

  /** JSON can say U+0000, text of PostgreSQL cannot. */
  private static IntakeRow unstorable(String id) {
    return IntakeRow.unknown(
        ReceivedPush.of("simulator", new VerifiedPush(id, new byte[] {0}), NOW), "other");
  }

  private static Seen seen(String id, Future<Map<PushKey, Seen>> written) throws Exception {
    return Objects.requireNonNull(written.get().get(new PushKey("simulator", id)));
  }
}
