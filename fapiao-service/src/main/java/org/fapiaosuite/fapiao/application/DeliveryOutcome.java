package org.fapiaosuite.fapiao.application;

/** What became of a parcel. */
public enum DeliveryOutcome {
  DELIVERED,
  RETURNED,
  LOST
}
