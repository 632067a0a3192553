package org.fapiaosuite.ordersync.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.fapiaosuite.messaging.GroupCommit;
import org.fapiaosuite.messaging.outbox.Outbox;
import org.fapiaosuite.ordersync.intake.IntakeStatement.Seen;

/** Writes pushes; those that wait share one statement and one commit. */
@ApplicationScoped
class IntakeWriter {
  /** As many as a batch may have, so that one never has to be taken apart. */
  private static final int MOST_ROWS = 100;

  private final IntakeStatement statement;
  private final Outbox outbox;
  private final TransactionSynchronizationRegistry transactions;
  private final DistributionSummary groups;
  private final GroupCommit<List<IntakeRow>, Map<PushKey, Seen>> together =
      new GroupCommit<>(this::writeTogether, IntakeWriter::room);

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

  /**
   * Commits the rows, alone or with those of others. In a transaction of the caller's they are
   * written at once and alone, as nobody else's may depend on how that one ends.
   *
   * @param rows each push once
   * @return what is known of each push, also of others
   * @throws SQLException when these rows were not committed
   */
  Map<PushKey, Seen> write(List<IntakeRow> rows) throws SQLException {
    return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
        ? together.write(rows)
        : execute(rows);
  }

  /** Requests that wait for a group of theirs. */
  int waiting() {
    return together.waiting();
  }

  /** The same push a second time ends the group, since its outcome depends on the first. */
  private static Predicate<List<IntakeRow>> room() {
    Set<PushKey> keys = new HashSet<>();
    return rows -> {
      int before = keys.size();
      rows.forEach(row -> keys.add(row.key()));
      return keys.size() == before + rows.size() && keys.size() <= MOST_ROWS;
    };
  }

  private List<Map<PushKey, Seen>> writeTogether(List<List<IntakeRow>> group) throws SQLException {
    Map<PushKey, Seen> seen = execute(group.stream().flatMap(List::stream).toList());
    groups.record(group.size());
    return Collections.nCopies(group.size(), seen);
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
}
