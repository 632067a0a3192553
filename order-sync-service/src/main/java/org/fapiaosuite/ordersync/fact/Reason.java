package org.fapiaosuite.ordersync.fact;

import java.util.Locale;

/** Why a value cannot be what it says it is. */
public enum Reason {
  REQUIRED,
  KIND,
  NUMBER,
  AMOUNT,
  AMOUNT_TOO_HIGH,
  CURRENCY,
  MOMENT,
  MOMENT_IMPOSSIBLE,
  TEXT,
  TOO_LONG;

  /** Key of the sentence about it in the problems bundle. */
  public String messageKey() {
    return "violation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
