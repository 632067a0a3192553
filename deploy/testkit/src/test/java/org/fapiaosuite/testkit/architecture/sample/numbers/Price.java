package org.fapiaosuite.testkit.architecture.sample.numbers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Money as it must never be, once in every place that a rule can see. */
@SuppressWarnings("unused")
class Price {
  private double primitive;
  private float[] array = {};
  private List<Double> list = List.of();

  Price(Float constructor) {}

  void taken(double parameter) {}

  double given(BigDecimal amount) {
    return 1;
  }

  Map<String, Double> givenInside() {
    return Map.of();
  }

  BigDecimal passed() {
    return BigDecimal.valueOf(0.1);
  }

  Object boxed(long seconds) {
    return seconds / 2.0;
  }

  long narrowed(BigDecimal amount) {
    return (long) amount.doubleValue();
  }

  Function<BigDecimal, Object> referred() {
    return BigDecimal::floatValue;
  }
}
