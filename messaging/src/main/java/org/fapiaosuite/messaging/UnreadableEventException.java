package org.fapiaosuite.messaging;

import org.jspecify.annotations.Nullable;

/** An event that no repetition will make readable: it goes to the dead letters at once. */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it, without a word of its content. */
  public UnreadableEventException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
