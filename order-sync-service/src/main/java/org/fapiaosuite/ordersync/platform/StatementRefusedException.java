package org.fapiaosuite.ordersync.platform;

import java.io.IOException;

/** A statement that cannot be trusted: nothing of it is used. */
public final class StatementRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public StatementRefusedException(Cause cause) {
    super(cause.name());
    this.cause = cause;
  }

  public Cause reason() {
    return cause;
  }

  /** What is wrong with it. */
  public enum Cause {
    NO_DIGEST,
    DIGEST_DIFFERS,
    TOTALS_DIFFER,
    NO_TOTALS,
    NOT_GZIP,
    NOT_UTF8,
    NOT_CSV,
    TOO_LARGE
  }
}
