package org.fapiaosuite.fapiao.issuing;

/**
 * Whoever makes Fapiao legal: the clerk at the tax bureau's device, or a certified provider.
 * Numbers come from here only. Both methods are called outside of any transaction and may take
 * their time, but no longer than {@code fapiao.issuer.lease}: an implementation gives its calls a
 * time-out. Whatever they throw counts as {@link IssueOutcome.Unknown}.
 */
public interface Issuer {

  /** The name of the issuer that is a clerk, to whom every entry by hand belongs. */
  String MANUAL = "manual";

  /** The stable name under which it is configured, and kept with what it was asked for. */
  String name();

  /**
   * Issues the documents of the plan, in its order. Called once for a request id; should the answer
   * not arrive, {@link #outcomeOf} is called instead, never this again.
   */
  IssueOutcome issue(IssueOrder order);

  /**
   * Asks what became of an order, without doing anything. {@link IssueOutcome.Refused} only when
   * nothing will ever be issued under its request id: a request that the issuer does not know may
   * still be on its way, and is {@link IssueOutcome.Unknown}.
   */
  IssueOutcome outcomeOf(IssueOrder order);
}
