package org.fapiaosuite.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thread's way to the mail server: which mail is on it and since when. */
final class Lane {
  private long startedAt = System.nanoTime();
  private boolean slow;
  private @Nullable Runnable abort;

  synchronized void nextMail() {
    startedAt = System.nanoTime();
    abort = null;
  }

  synchronized void conversationStarts(Runnable abort) {
    this.abort = abort;
  }

  /** True once: when the mail has taken longer than this for the first time. */
  synchronized boolean becomesSlow(Duration limit) {
    if (slow || age().compareTo(limit) < 0) {
      return false;
    }
    slow = true;
    return true;
  }

  synchronized boolean isSlow() {
    return slow;
  }

  /** Ends the lane; true when it still holds its place. From now on it cannot become slow. */
  synchronized boolean end() {
    boolean holdsPlace = !slow;
    slow = true;
    return holdsPlace;
  }

  /** Breaks a conversation off that has outlived every timeout, for example in a blocked write. */
  synchronized void abortIfOlderThan(Duration limit) {
    if (abort != null && age().compareTo(limit) > 0) {
      abort.run();
    }
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
