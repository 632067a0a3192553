package org.fapiaosuite.ordersync.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.ordersync.intake.IntakeStatement.Seen;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the pushes that wait share one statement and one commit: what has gathered while the last
 * one was written goes into the next, without a timer, so that a push that comes alone waits for
 * nobody.
 *
 * <p>There is no thread of its own. Whoever comes while nobody writes, writes; the others wait, and
 * when a group is done the first of those who came meanwhile writes the next one. Nobody writes
 * more than one group, and as everybody who waits holds a thread of the service, no more can wait
 * than it has.
 */
@ApplicationScoped
class IntakeWriter {
  private static final Logger LOG = Logger.getLogger(IntakeWriter.class);

  /** As many as a batch may have, so that one never has to be taken apart. */
  private static final int MOST_ROWS = 100;

  private static final Set<String> OF_THE_ROWS = Set.of("22", "23", "40", "55");

  private final IntakeStatement statement;
  private final Outbox outbox;
  private final TransactionSynchronizationRegistry transactions;
  private final DistributionSummary groups;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** A second writer would halve the groups. */
  private boolean writing;

  IntakeWriter(
      IntakeStatement statement,
      Outbox outbox,
      TransactionSynchronizationRegistry transactions,
      MeterRegistry metrics) {
    this.statement = statement;
    this.outbox = outbox;
    this.transactions = transactions;
    this.groups =
        DistributionSummary.builder("order.sync.intake.group")
            .description("Requests that shared one statement and one commit")
            .register(metrics);
  }

  /** One request's rows, and whoever waits for them. */
  private static final class Waiting {
    private final List<IntakeRow> rows;

    /** Ends the wait: with a group to write, or with none when the rows were written. */
    private final CompletableFuture<List<Waiting>> turn = new CompletableFuture<>();

    private @Nullable Map<PushKey, Seen> seen;
    private @Nullable Exception trouble;

    Waiting(List<IntakeRow> rows) {
      this.rows = rows;
    }

    void end() {
      turn.complete(List.of());
    }
  }

  /**
   * Commits the rows, alone or with those of others. In a transaction of the caller's they are
   * written at once and alone, as nobody else's may depend on how that one ends.
   *
   * @param rows each push once
   * @return what is known of each push, also of others
   * @throws SQLException when these rows were not committed
   */
  Map<PushKey, Seen> write(List<IntakeRow> rows) throws SQLException {
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      return execute(rows);
    }
    Waiting mine = new Waiting(rows);
    List<Waiting> group = join(mine);
    if (group.isEmpty()) {
      group = mine.turn.join();
    }
    if (!group.isEmpty()) {
      lead(group);
    }
    return outcome(mine);
  }

  /** The group to write at once, when nobody writes. */
  private synchronized List<Waiting> join(Waiting mine) {
    waiting.add(mine);
    if (writing) {
      return List.of();
    }
    writing = true;
    return take();
  }

  private void lead(List<Waiting> group) {
    try {
      writeTogether(group);
    } finally {
      passOn();
      group.forEach(Waiting::end);
    }
  }

  private synchronized void passOn() {
    if (waiting.isEmpty()) {
      writing = false;
      return;
    }
    List<Waiting> next = take();
    next.get(0).turn.complete(next);
  }

  /** Requests that wait for a group of theirs. */
  synchronized int waiting() {
    return waiting.size();
  }

  /**
   * Those who wait, in the order they came, as far as they fit. The same push a second time ends
   * the group, since its outcome depends on the first.
   */
  private List<Waiting> take() {
    List<Waiting> group = new ArrayList<>();
    Set<PushKey> keys = new HashSet<>();
    while (!waiting.isEmpty()) {
      List<IntakeRow> rows = waiting.element().rows;
      List<PushKey> more = rows.stream().map(IntakeRow::key).toList();
      boolean fits =
          keys.size() + rows.size() <= MOST_ROWS && more.stream().noneMatch(keys::contains);
      if (!group.isEmpty() && !fits) {
        break;
      }
      keys.addAll(more);
      group.add(waiting.remove());
    }
    return group;
  }

  private void writeTogether(List<Waiting> group) {
    groups.record(group.size());
    if (group.size() == 1) {
      writeAlone(group.get(0));
      return;
    }
    try {
      Map<PushKey, Seen> seen = execute(group.stream().flatMap(one -> one.rows.stream()).toList());
      group.forEach(one -> one.seen = seen);
    } catch (SQLException e) {
      if (isOfTheRows(e)) {
        LOG.warnf(
            "pushes are written one by one, count=%d sqlState=%s", group.size(), e.getSQLState());
        group.forEach(this::writeAlone);
      } else {
        group.forEach(one -> one.trouble = e);
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "pushes are written one by one, count=%d", group.size());
      group.forEach(this::writeAlone);
    }
  }

  private void writeAlone(Waiting one) {
    try {
      one.seen = execute(one.rows);
    } catch (SQLException | RuntimeException e) {
      one.trouble = e;
    }
  }

  private Map<PushKey, Seen> execute(List<IntakeRow> rows) throws SQLException {
    Map<PushKey, Seen> seen = statement.execute(inOneOrder(openingOnce(rows)));
    outbox.nudge();
    return seen;
  }

  /** Two payments of one order at once: the second is for the review. */
  private static List<IntakeRow> openingOnce(List<IntakeRow> rows) {
    Set<String> opened = new HashSet<>();
    return rows.stream()
        .map(row -> row.opens() == null || opened.add(row.opens()) ? row : row.withoutOpening())
        .toList();
  }

  /** So that two statements do not wait for each other in a circle. */
  private static List<IntakeRow> inOneOrder(List<IntakeRow> rows) {
    return rows.stream().sorted(Comparator.comparing(IntakeRow::key)).toList();
  }

  /**
   * What one of the rows may have brought upon all: data that cannot be stored (classes 22 and 23),
   * a row that somebody holds (40 and 55). Anything else is nobody's in the group.
   */
  private static boolean isOfTheRows(SQLException e) {
    String state = e.getSQLState();
    return state != null && OF_THE_ROWS.stream().anyMatch(state::startsWith);
  }

  private static Map<PushKey, Seen> outcome(Waiting mine) throws SQLException {
    if (mine.trouble instanceof SQLException trouble) {
      throw new SQLException("push was not written", trouble.getSQLState(), trouble);
    }
    if (mine.trouble != null || mine.seen == null) {
      throw new IllegalStateException("push was not written", mine.trouble);
    }
    return mine.seen;
  }
}
