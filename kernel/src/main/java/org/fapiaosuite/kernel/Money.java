package org.fapiaosuite.kernel;

import java.util.Collection;

/**
 * An amount of renminbi in fen (1 yuan = 100 fen); never negative, at most a hundred billion yuan,
 * so that no sum or tax computed from it can overflow.
 */
public record Money(long fen) implements Comparable<Money> {

  /** ISO 4217 code of renminbi, the one currency of a Fapiao. */
  public static final String CURRENCY = "CNY";

  public static final Money ZERO = new Money(0);

  /** More than any Fapiao is about; stands for no limit. */
  public static final Money LARGEST = new Money(1_000_000_000_000L);

  private static final int DIGITS = 10;

  public Money {
    if (fen < 0 || fen > 10_000_000_000_000L) {
      throw new IllegalArgumentException("not an amount: " + fen + " fen");
    }
  }

  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  /**
   * Reads yuan with exactly two decimals, for example {@code 1270.00}; at most ten digits before
   * the point.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Money ofYuan(String yuan) {
    if (!yuan.matches("[0-9]{1," + DIGITS + "}\\.[0-9]{2}")) {
      throw new IllegalArgumentException("not an amount in yuan with two decimals");
    }
    return new Money(Hundredths.parse(yuan, DIGITS).orElseThrow());
  }

  /**
   * Reads an amount as it travels, a currency and a decimal.
   *
   * @throws IllegalArgumentException when the currency is not CNY, or {@link #ofYuan} refuses
   */
  public static Money of(String currency, String value) {
    if (!CURRENCY.equals(currency)) {
      throw new IllegalArgumentException("not in CNY");
    }
    return ofYuan(value);
  }

  /** The sum; zero for none. */
  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when it is more than money can be here
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException when the other amount is larger
   */
  public Money minus(Money other) {
    return new Money(fen - other.fen);
  }

  /** The difference, or zero when the other amount is larger. */
  public Money minusOrZero(Money other) {
    return new Money(Math.max(0, fen - other.fen));
  }

  public Money smaller(Money other) {
    return fen <= other.fen ? this : other;
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isMoreThan(Money other) {
    return fen > other.fen;
  }

  /** Yuan with two decimals, the form that {@link #ofYuan} reads. */
  public String yuan() {
    return Hundredths.text(fen);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  @Override
  public String toString() {
    return yuan();
  }
}
