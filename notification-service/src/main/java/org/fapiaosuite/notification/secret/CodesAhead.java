package org.fapiaosuite.notification.secret;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.fapiaosuite.notification.secret.SecretOwners.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Answers for mails that are sent next, in memory alone and for seconds: each is taken once. One
 * sender at a time asks, also for those that wait for their turn.
 */
final class CodesAhead {
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Lock turn = new ReentrantLock(true);
  private final Duration life;

  CodesAhead(Duration life) {
    this.life = life;
  }

  private record Kept(Answer answer, long until) {
    boolean isOver() {
      return System.nanoTime() - until >= 0;
    }
  }

  /** The answer for a mail, if it is here. */
  @Nullable Answer take(String subjectId) {
    Kept found = kept.remove(subjectId);
    return found == null || found.isOver() ? null : found.answer();
  }

  /** Waits for whoever is asking; then asks, unless the answer came meanwhile. */
  Answer join(String subjectId, Supplier<Answer> question) {
    waiting.add(subjectId);
    turn.lock();
    try {
      Answer ahead = take(subjectId);
      return ahead != null ? ahead : question.get();
    } finally {
      waiting.remove(subjectId);
      turn.unlock();
    }
  }

  /** For whom others wait, and who asks. */
  List<String> waiting(int most) {
    return waiting.stream().limit(most).toList();
  }

  /** Keeps an answer for its mail; those of mails that never came for theirs go. */
  void keep(String subjectId, Answer answer) {
    kept.values().removeIf(Kept::isOver);
    kept.put(subjectId, new Kept(answer, System.nanoTime() + life.toNanos()));
  }
}
