package org.fapiaosuite.fapiao.correction;

import java.util.regex.Pattern;

/** Which form a red letter is issued on. */
public enum FormKind {
  /** 红字发票信息确认单: 20 digits, lapses after 72 hours (STA Announcement 2024 No. 11). */
  CONFIRMATION("\\d{20}"),
  /** 开具红字增值税专用发票信息表: 16 to 24 digits, does not lapse (STA Announcement 2016 No. 47). */
  INFORMATION("\\d{16,24}");

  @SuppressWarnings("ImmutableEnumChecker") // a pattern does not change
  private final Pattern number;

  FormKind(String number) {
    this.number = Pattern.compile(number);
  }

  boolean fits(String typed) {
    return number.matcher(typed).matches();
  }

  boolean lapses() {
    return this == CONFIRMATION;
  }
}
