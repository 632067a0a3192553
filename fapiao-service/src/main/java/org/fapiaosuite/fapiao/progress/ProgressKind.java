package org.fapiaosuite.fapiao.progress;

import org.fapiaosuite.fapiao.wording.Worded;

/** What an entry of the history is about. */
public enum ProgressKind implements Worded {
  SUBMITTED,
  ACCEPTED,
  WAITING_FOR_STOCK,
  STOCK_ARRIVED,
  REJECTED,
  REDUCED,
  CANCELLED,
  DUE_CHANGED,
  DELIVERY_CHANGED,
  ISSUED,
  MAILED_OUT,
  READY_FOR_PICKUP,
  PICKUP_REMINDED,
  PICKUP_LAPSED,
  DELIVERED,
  RETURNED,
  LOST,
  COPIES_RETURNED,
  VOIDED,
  RED_LETTERED,
  REPLACED,
  REISSUED;

  @Override
  public String wordingKey() {
    return "remark." + name();
  }
}
