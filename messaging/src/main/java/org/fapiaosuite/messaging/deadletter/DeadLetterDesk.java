package org.fapiaosuite.messaging.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.fapiaosuite.messaging.deadletter.DeadLetter.DiscardRequest;
import org.fapiaosuite.messaging.deadletter.DeadLetter.State;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.logging.Logger;

/**
 * What staff do about events that were set aside. Whatever is done answers with the row as it now
 * is, and done again changes nothing. The row is locked first, so that two members of staff, or one
 * of them and a try, come one after the other.
 */
@ApplicationScoped
class DeadLetterDesk {
  private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);

  private final DeadLetterTable table;

  DeadLetterDesk(DeadLetterTable table) {
    this.table = table;
  }

  /** Newest first, from below the given id on. */
  List<DeadLetter> page(State state, long below, int limit) throws SQLException {
    return table.rows(
        "WHERE state = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?", state.name(), below, limit);
  }

  DeadLetter get(long id) throws SQLException {
    return table.row("WHERE d.id = ?", id).orElseThrow(StandardProblem.NOT_FOUND::with);
  }

  /** Has it tried again, at once; nobody wants it thrown away any more. */
  @Transactional(rollbackOn = SQLException.class)
  DeadLetter redrive(long id, String by) throws SQLException {
    if (locked(id).state() == State.DISCARDED) {
      throw DeadLetterProblem.DISCARDED.with().state(State.DISCARDED);
    }
    table.change("DELETE FROM discard_request WHERE dead_letter = ?", id);
    table.change(
        "UPDATE dead_letter SET state = 'PARKED', next_attempt_at = now(), attempts = 0"
            + " WHERE id = ?",
        id);
    LOG.infof("dead letter redriven, id=%d by=%s", id, by);
    return get(id);
  }

  /** Asks that it be thrown away; until somebody else agrees, it stays what it is. */
  @Transactional(rollbackOn = SQLException.class)
  DeadLetter askDiscard(long id, String by, String reason) throws SQLException {
    DeadLetter letter = locked(id);
    if (letter.state() == State.DISCARDED || letter.discard() != null) {
      return letter;
    }
    table.change(
        "INSERT INTO discard_request (dead_letter, asked_by, reason) VALUES (?, ?, ?)",
        id,
        by,
        reason);
    LOG.infof("discarding a dead letter requested, id=%d askedBy=%s", id, by);
    return get(id);
  }

  /** Throws away what somebody else has asked to: should Kafka bring it again, it is known. */
  @Transactional(rollbackOn = SQLException.class)
  DeadLetter approveDiscard(long id, String by) throws SQLException {
    DeadLetter letter = locked(id);
    if (letter.state() == State.DISCARDED) {
      return letter;
    }
    DiscardRequest request = letter.discard();
    if (request == null) {
      throw DeadLetterProblem.DISCARD_NOT_ASKED.with().state(letter.state());
    }
    if (request.by().equals(by)) {
      throw DeadLetterProblem.FOUR_EYES.with();
    }
    table.change(
        "UPDATE dead_letter SET state = 'DISCARDED', next_attempt_at = NULL, discarded_by = ?,"
            + " discard_reason = ? WHERE id = ?",
        by,
        request.reason(),
        id);
    table.change(
        "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        letter.consumer(),
        letter.eventId());
    LOG.infof("dead letter discarded, id=%d askedBy=%s by=%s", id, request.by(), by);
    return get(id);
  }

  private DeadLetter locked(long id) throws SQLException {
    return table
        .row("WHERE d.id = ? FOR UPDATE OF d", id)
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
