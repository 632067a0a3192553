package org.fapiaosuite.fapiao.bill;

import java.util.Arrays;
import org.fapiaosuite.fapiao.wording.Worded;

/** Why nothing of a bill can be applied for. */
public enum BlockReason implements Worded {
  SETTLEMENT_WINDOW,
  NOT_RECONCILED,
  AMOUNT_MISMATCH,
  REFUNDED,
  DISPUTED,
  HELD,
  ALREADY_APPLIED,
  EXPIRED,
  BELOW_MINIMUM;

  /** The reason of that name; {@link #HELD} for one that is not known here. */
  public static BlockReason named(String name) {
    return Arrays.stream(values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(HELD);
  }

  @Override
  public String wordingKey() {
    return "block." + name();
  }
}
