package org.fapiaosuite.messaging.inbox;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.fapiaosuite.messaging.UnreadableEventException;

/** What a failure says about the next try. */
enum FailureKind {
  /** The database is away: waited for, in place, without counting. */
  AWAY,
  /** Will pass by itself: tried in place, then parked with a schedule. */
  TRANSIENT,
  /** May be a defect of the handler or of the event: tried in place, then a dead letter. */
  UNKNOWN,
  /** No repetition helps: a dead letter at once. */
  PERMANENT;

  /** Connection exception, insufficient resources, operator intervention, system error. */
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57", "58");

  private static final String QUERY_CANCELED = "57014";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String ROLLBACK_CLASS = "40";
  private static final int DEEPEST_CAUSE = 20;

  static FailureKind of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof UnreadableEventException) {
        return PERMANENT;
      }
      if (cause instanceof RetryLaterException) {
        return TRANSIENT;
      }
      if (cause instanceof SQLException e) {
        return of(e);
      }
      cause = cause.getCause();
    }
    return UNKNOWN;
  }

  private static FailureKind of(SQLException e) {
    if (e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException) {
      return AWAY;
    }
    String state = e.getSQLState();
    if (state == null || state.length() != 5) {
      // The pool reports an acquisition timeout without a state.
      String message = e.getMessage();
      return message != null && message.contains("cquisition timeout") ? AWAY : UNKNOWN;
    }
    if (state.equals(QUERY_CANCELED)
        || state.equals(LOCK_NOT_AVAILABLE)
        || state.startsWith(ROLLBACK_CLASS)) {
      return TRANSIENT;
    }
    return AWAY_CLASSES.contains(state.substring(0, 2)) ? AWAY : UNKNOWN;
  }
}
