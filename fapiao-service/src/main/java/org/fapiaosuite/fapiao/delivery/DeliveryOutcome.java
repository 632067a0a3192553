package org.fapiaosuite.fapiao.delivery;

/** What became of a parcel. */
public enum DeliveryOutcome {
  /** The recipient has it; the application is COMPLETED. */
  DELIVERED,
  /** It came back; the application is RETURNED and can be mailed out once more. */
  RETURNED,
  /** It will not arrive any more; the application is LOST. */
  LOST
}
