package org.fapiaosuite.ordersync.fact;

/** A value that was read but cannot be true. */
public final class UnacceptableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final Reason reason;

  public UnacceptableException(String field, Reason reason) {
    super(field + ' ' + reason, null, false, false);
    this.field = field;
    this.reason = reason;
  }

  /** Path of the value in what was sent, for example {@code data.amount.value}. */
  public String field() {
    return field;
  }

  public Reason reason() {
    return reason;
  }
}
