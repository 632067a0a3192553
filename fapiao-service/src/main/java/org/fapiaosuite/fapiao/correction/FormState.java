package org.fapiaosuite.fapiao.correction;

import java.util.Arrays;

/** How far a form for a red letter is, in the tax bureau's own codes. */
public enum FormState {
  /** 01 无需确认. */
  NOT_NEEDED("01"),
  /** 02 销方录入待购方确认. */
  AWAITS_BUYER("02"),
  /** 03 购方录入待销方确认. */
  AWAITS_SELLER("03"),
  /** 04 购销双方已确认. */
  CONFIRMED("04"),
  /** 05, by the buyer. */
  REFUSED_BY_BUYER("05"),
  /** 06, by the seller. */
  REFUSED_BY_SELLER("06"),
  /** 07 超72小时未确认作废. */
  LAPSED("07"),
  /** 08, by the one who entered it. */
  WITHDRAWN("08"),
  /** 09, after both had confirmed it. */
  WITHDRAWN_CONFIRMED("09"),
  /** 10 异常凭证. */
  ABNORMAL("10");

  private final String code;

  FormState(String code) {
    this.code = code;
  }

  /**
   * The state of a code of two digits.
   *
   * @throws IllegalArgumentException for an unknown one
   */
  public static FormState ofCode(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state of a form: " + code));
  }

  /** Two digits. */
  public String code() {
    return code;
  }

  boolean isAwaited() {
    return this == AWAITS_BUYER || this == AWAITS_SELLER;
  }

  boolean isConfirmed() {
    return this == NOT_NEEDED || this == CONFIRMED;
  }
}
