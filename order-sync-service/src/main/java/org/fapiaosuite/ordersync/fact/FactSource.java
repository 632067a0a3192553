package org.fapiaosuite.ordersync.fact;

/** Who said it. */
public enum FactSource {
  /** A signed push of the platform. */
  PUSH,
  /** A line of the platform's daily statement. */
  STATEMENT,
  /** The platform's answer to a question of ours. */
  QUERY
}
