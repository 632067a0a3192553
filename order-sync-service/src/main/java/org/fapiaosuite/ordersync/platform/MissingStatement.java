package org.fapiaosuite.ordersync.platform;

/** What becomes of an order past its window when there is no statement of its day at all. */
public enum MissingStatement {
  /** It is held until a statement agrees. */
  HOLD,
  /** It may be invoiced, flagged as not reconciled: for a platform that makes no statements. */
  ALLOW
}
