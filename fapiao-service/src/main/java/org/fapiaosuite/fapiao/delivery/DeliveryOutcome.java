package org.fapiaosuite.fapiao.delivery;

/** What became of a parcel. */
public enum DeliveryOutcome {
  DELIVERED,
  RETURNED,
  LOST
}
