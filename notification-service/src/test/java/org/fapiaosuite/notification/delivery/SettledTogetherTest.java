package org.fapiaosuite.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails that end while the outcome of another is written. */
@QuarkusTest
class SettledTogetherTest extends LaterSendersTest {
  private static final String WAITS_FOR_THE_ROW =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%settled%'
      """;

  private final ExecutorService senders = Executors.newCachedThreadPool();
  private SendQueue queue;
  private List<Delivery> taken;

  @BeforeEach
  void takeFour() throws SQLException {
    add(ORDINARY, 12, 0);
    queue = sender();
    taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(Objects.requireNonNull(queue.claim()));
    }
  }

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  @Test
  void they_share_one_statement_and_each_gets_a_mail_of_its_own() throws Exception {
    // When
    List<SendQueue.Settled> settled =
        all(whileTheFirstIsHeld(accepted(1), accepted(2), accepted(3)));

    // Then
    List<Delivery> next = settled.stream().map(SendQueue.Settled::next).toList();
    assertEquals(List.of(true, true, true, true), inTime(settled));
    assertEquals(4, next.stream().map(Delivery::id).distinct().count());
    assertNotEquals(next.get(0).lease(), next.get(1).lease());
    assertEquals(1, next.subList(1, 4).stream().map(Delivery::lease).distinct().count());
    assertEquals(4, states("SENT"));
    assertEquals(4, states("SENDING"));
  }

  @Test
  void what_somebody_waits_for_goes_to_one_of_them_and_the_oldest_to_the_others() throws Exception {
    // Given
    add(URGENT, 1, 1000);
    take(queue, 1);
    add(URGENT, 1, 2000);

    // When
    List<SendQueue.Settled> settled =
        all(whileTheFirstIsHeld(accepted(1), accepted(2), accepted(3)));

    // Then
    List<Delivery> next = settled.stream().map(SendQueue.Settled::next).toList();
    assertEquals(1, next.stream().map(Delivery::kind).filter(URGENT::equals).count());
    assertEquals(3, next.stream().map(Delivery::kind).filter(ORDINARY::equals).count());
    assertEquals(4, next.stream().map(Delivery::id).distinct().count());
  }

  @Test
  void an_outcome_that_cannot_be_stored_fails_none_of_its_neighbours() throws Exception {
    // Given
    Delivery.Settlement unstorable = outcome(taken.get(2), "250 \0");

    // When
    List<Future<SendQueue.Settled>> settling =
        whileTheFirstIsHeld(accepted(1), unstorable, accepted(3));

    // Then
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> settling.get(2).get(1, TimeUnit.MINUTES));
    SQLException cause = assertInstanceOf(SQLException.class, failed.getCause());
    assertEquals("22021", cause.getSQLState());
    settling.remove(2);
    assertEquals(List.of(true, true, true), inTime(all(settling)));
    assertEquals(3, states("SENT"));
  }

  @Test
  void a_mail_that_this_release_cannot_read_costs_its_neighbours_nothing() throws Exception {
    // Given
    Database.execute(
        "public",
        "UPDATE delivery SET kind = 'OF_A_LATER_RELEASE' WHERE id = (SELECT id FROM delivery"
            + " WHERE state = 'PENDING' ORDER BY next_attempt_at, id OFFSET 2 LIMIT 1)");

    // When
    List<SendQueue.Settled> settled =
        all(whileTheFirstIsHeld(accepted(1), accepted(2), accepted(3)));

    // Then
    assertEquals(List.of(true, true, true, true), inTime(settled));
    assertEquals(3, settled.stream().map(SendQueue.Settled::next).filter(Objects::nonNull).count());
    assertEquals(4, states("SENT"));
    assertEquals(4, states("SENDING"));
  }

  @Test
  void only_who_lost_the_lease_is_told_so() throws Exception {
    // Given
    Database.execute(
        "public",
        "UPDATE delivery SET lease = gen_random_uuid() WHERE id = '" + taken.get(2).id() + "'");

    // When
    List<SendQueue.Settled> settled =
        all(whileTheFirstIsHeld(accepted(1), accepted(2), accepted(3)));

    // Then
    assertEquals(List.of(true, true, false, true), inTime(settled));
    assertEquals(3, states("SENT"));
  }

  /** The first is being written until the others wait. */
  private List<Future<SendQueue.Settled>> whileTheFirstIsHeld(Delivery.Settlement... others)
      throws SQLException {
    List<Future<SendQueue.Settled>> settling = new ArrayList<>();
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT FROM delivery WHERE id = '" + taken.get(0).id() + "' FOR UPDATE");
      settling.add(senders.submit(() -> queue.settleAndClaim(accepted(0))));
      await().until(() -> Database.column("public", WAITS_FOR_THE_ROW).equals(List.of("1")));
      for (int i = 0; i < others.length; i++) {
        int count = i + 1;
        Delivery.Settlement other = others[i];
        settling.add(senders.submit(() -> queue.settleAndClaim(other)));
        await().until(() -> queue.waiting() == count);
      }
      connection.rollback();
    }
    return settling;
  }

  private static List<SendQueue.Settled> all(List<Future<SendQueue.Settled>> settling)
      throws Exception {
    List<SendQueue.Settled> settled = new ArrayList<>();
    for (Future<SendQueue.Settled> one : settling) {
      settled.add(one.get(1, TimeUnit.MINUTES));
    }
    return settled;
  }

  private static List<Boolean> inTime(List<SendQueue.Settled> settled) {
    return settled.stream().map(SendQueue.Settled::inTime).toList();
  }

  private Delivery.Settlement accepted(int number) {
    return outcome(taken.get(number), "250 OK");
  }

  private Delivery.Settlement outcome(Delivery delivery, String reply) {
    return delivery.settle(new Ending(Ending.Type.ACCEPTED, null, reply, null), retries, LATER);
  }

  /** Of the mails of this test alone. */
  private static long states(String state) {
    return Database.column(
            "public",
            "SELECT id::text FROM delivery WHERE message_id = 'm@service-centre.example' AND state = '"
                + state
                + "' AND (lease_until > '2099-01-01' OR changed_at > '2099-01-01')")
        .size();
  }
}
