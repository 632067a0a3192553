package org.fapiaosuite.ordersync.platform;

/** A push that may come from anybody. */
public final class PushNotVerifiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public PushNotVerifiedException(Cause cause) {
    super(cause.name(), null, false, false);
    this.cause = cause;
  }

  /** Counted, never told. */
  public Cause reason() {
    return cause;
  }

  /** What did not hold. */
  public enum Cause {
    PLATFORM,
    HEADERS,
    TIME,
    SIGNATURE
  }
}
