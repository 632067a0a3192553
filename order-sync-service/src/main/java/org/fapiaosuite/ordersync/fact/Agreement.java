package org.fapiaosuite.ordersync.fact;

import org.jspecify.annotations.Nullable;

/** How what we were told compares with what the platform booked. */
public enum Agreement {
  AGREES,
  /** Another amount or currency. */
  AMOUNT_DIFFERS,
  /** The same money, but another transaction, customer or day. */
  STORY_DIFFERS;

  /**
   * @param told by push or query
   * @param booked the statement's line of the same order and kind
   */
  public static Agreement of(Fact told, Fact booked) {
    if (told.amount() != booked.amount() || !told.currency().equals(booked.currency())) {
      return AMOUNT_DIFFERS;
    }
    boolean sameStory =
        told.reference().equals(booked.reference())
            && told.day().equals(booked.statementDay())
            && sameCustomer(told, booked);
    return sameStory ? AGREES : STORY_DIFFERS;
  }

  private static boolean sameCustomer(Fact told, Fact booked) {
    String one = customer(told);
    String other = customer(booked);
    return one == null || other == null || one.equals(other);
  }

  private static @Nullable String customer(Fact fact) {
    return fact.details() == null ? null : fact.details().customerId();
  }
}
