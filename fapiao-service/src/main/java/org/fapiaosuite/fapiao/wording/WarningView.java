package org.fapiaosuite.fapiao.wording;

import java.util.List;
import java.util.Locale;

/** A warning as the caller reads it. */
public record WarningView(String code, String field, String message) {

  public static List<WarningView> of(List<Warning> warnings, Locale locale) {
    return warnings.stream()
        .map(warning -> new WarningView(warning.code(), warning.field(), warning.message(locale)))
        .toList();
  }
}
