package org.fapiaosuite.fapiao.bill;

import java.util.Arrays;
import org.fapiaosuite.fapiao.wording.Worded;

/** Why nothing of a bill can be applied for. */
public enum BlockReason implements Worded {
  /** Order and payment record are still being synchronised, about three days after payment. */
  SETTLEMENT_WINDOW,
  /** The payment platform's statement does not show the order as it was reported. */
  NOT_RECONCILED,
  /** The payment platform's statement names another amount. */
  AMOUNT_MISMATCH,
  /** All of it was refunded. */
  REFUNDED,
  /** The payer disputes the payment. */
  DISPUTED,
  /** Staff have to look at the order first: its own status is HELD, that of the bill BLOCKED. */
  HELD,
  /** All of it is applied for or issued; see {@code applicationId}. */
  ALREADY_APPLIED,
  /** The seller's time limit for applying is over. */
  EXPIRED,
  /** What is left is less than the smallest amount the seller issues a Fapiao for. */
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
