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
    if (!sameMoney(told, booked)) {
      return AMOUNT_DIFFERS;
    }
    return sameStory(told, booked) ? AGREES : STORY_DIFFERS;
  }

  /** Whether they name the same amount in the same currency. */
  public static boolean sameMoney(Fact told, Fact booked) {
    return told.amount() == booked.amount() && told.currency().equals(booked.currency());
  }

  /** Whether they name the same transaction, customer and day. */
  public static boolean sameStory(Fact told, Fact booked) {
    return told.reference().equals(booked.reference())
        && told.day().equals(booked.statementDay())
        && sameCustomer(told, booked);
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
