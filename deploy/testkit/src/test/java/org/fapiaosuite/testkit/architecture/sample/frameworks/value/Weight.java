package org.fapiaosuite.testkit.architecture.sample.frameworks.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that every service could share. */
public record Weight(int grams, @Nullable String remark, byte[][] seal) {

  public static List<Weight> all(Map<String, BigDecimal> kilograms) {
    return kilograms.values().stream()
        .map(
            kilogram -> new Weight(kilogram.movePointRight(3).intValueExact(), null, new byte[0][]))
        .toList();
  }
}
