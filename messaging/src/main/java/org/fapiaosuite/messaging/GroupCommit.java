package org.fapiaosuite.messaging;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that come at once share one statement and one commit: what has gathered while the
 * last group was written goes into the next, without a timer, so that who comes alone waits for
 * nobody.
 *
 * <p>There is no thread of its own. Whoever comes while nobody writes, writes; the others wait, and
 * when a group is done the first of those who came meanwhile writes the next one. Nobody writes
 * more than one group, and as everybody who waits holds a thread of the service, no more can wait
 * than it has.
 *
 * @param <T> what one caller wants written
 * @param <R> what the caller gets for it
 */
public final class GroupCommit<T, R> {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private static final Set<String> OF_THE_ROWS = Set.of("22", "23", "40", "55");

  private final Writer<T, R> writer;
  private final Supplier<Predicate<T>> room;
  private final Deque<Waiting<T, R>> waiting = new ArrayDeque<>();

  /** A second writer would halve the groups. */
  private boolean writing;

  /**
   * The statement that callers share.
   *
   * @param <T> what one caller wants written
   * @param <R> what the caller gets for it
   */
  @FunctionalInterface
  public interface Writer<T, R> {
    /**
     * Writes all of the group or nothing, committed when it returns. It throws nothing once it has
     * committed, or all would be written again.
     *
     * @return what each gets, in the order of the group
     */
    List<R> write(List<T> group) throws SQLException;
  }

  /**
   * @param room for each group, asked of one after the other whether it fits in too; the first goes
   *     whatever the answer
   */
  public GroupCommit(Writer<T, R> writer, Supplier<Predicate<T>> room) {
    this.writer = writer;
    this.room = room;
  }

  /** One caller. */
  private static final class Waiting<T, R> {
    private final T wanted;

    /** Ends the wait: with a group to write, or with none when it was written. */
    private final CompletableFuture<List<Waiting<T, R>>> turn = new CompletableFuture<>();

    private @Nullable R written;
    private @Nullable Exception trouble;

    Waiting(T wanted) {
      this.wanted = wanted;
    }

    void end() {
      turn.complete(List.of());
    }
  }

  /**
   * Commits it, alone or with others.
   *
   * @throws SQLException when it was not committed, with the state of the cause
   * @throws IllegalStateException when it was not committed for another reason
   */
  public R write(T wanted) throws SQLException {
    Waiting<T, R> mine = new Waiting<>(wanted);
    List<Waiting<T, R>> group = join(mine);
    if (group.isEmpty()) {
      group = mine.turn.join();
    }
    if (!group.isEmpty()) {
      lead(group);
    }
    return outcome(mine);
  }

  /** How many wait for a group of theirs. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** The group to write at once, when nobody writes. */
  private synchronized List<Waiting<T, R>> join(Waiting<T, R> mine) {
    waiting.add(mine);
    if (writing) {
      return List.of();
    }
    List<Waiting<T, R>> group = take();
    writing = true;
    return group;
  }

  private void lead(List<Waiting<T, R>> group) {
    try {
      writeTogether(group);
    } finally {
      try {
        passOn();
      } finally {
        group.forEach(Waiting::end);
      }
    }
  }

  private synchronized void passOn() {
    if (waiting.isEmpty()) {
      writing = false;
      return;
    }
    List<Waiting<T, R>> next = take();
    next.get(0).turn.complete(next);
  }

  /** Those who wait, in the order they came, as far as they fit. */
  private List<Waiting<T, R>> take() {
    List<Waiting<T, R>> group = new ArrayList<>();
    Predicate<T> fits = room.get();
    while (!waiting.isEmpty() && (fits.test(waiting.element().wanted) || group.isEmpty())) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void writeTogether(List<Waiting<T, R>> group) {
    if (group.size() == 1) {
      writeAlone(group.get(0));
      return;
    }
    try {
      write(group);
    } catch (SQLException e) {
      if (isOfTheRows(e)) {
        LOG.warnf(
            "a group is written one by one, count=%d sqlState=%s", group.size(), e.getSQLState());
        group.forEach(this::writeAlone);
      } else {
        group.forEach(one -> one.trouble = e);
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "a group is written one by one, count=%d", group.size());
      group.forEach(this::writeAlone);
    }
  }

  private void writeAlone(Waiting<T, R> one) {
    try {
      write(List.of(one));
    } catch (SQLException | RuntimeException e) {
      one.trouble = e;
    }
  }

  private void write(List<Waiting<T, R>> group) throws SQLException {
    List<R> written = writer.write(group.stream().map(one -> one.wanted).toList());
    for (int i = 0; i < group.size(); i++) {
      group.get(i).written = written.get(i);
    }
  }

  /**
   * What one of the rows may have brought upon all: data that cannot be stored (classes 22 and 23),
   * a row that somebody holds (40 and 55). Anything else is nobody's in the group.
   */
  private static boolean isOfTheRows(SQLException e) {
    String state = e.getSQLState();
    return state != null && OF_THE_ROWS.stream().anyMatch(state::startsWith);
  }

  private static <R> R outcome(Waiting<?, R> mine) throws SQLException {
    if (mine.trouble instanceof SQLException trouble) {
      throw new SQLException("not written", trouble.getSQLState(), trouble);
    }
    R written = mine.written;
    if (mine.trouble != null || written == null) {
      throw new IllegalStateException("not written", mine.trouble);
    }
    return written;
  }
}
