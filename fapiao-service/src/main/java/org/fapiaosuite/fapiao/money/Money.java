package org.fapiaosuite.fapiao.money;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * An amount of renminbi in fen (1 yuan = 100 fen); never negative, at most a hundred billion yuan,
 * so that no sum or tax computed from it can overflow.
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /** More than any Fapiao is about; stands for no limit. */
  public static final Money LARGEST = new Money(1_000_000_000_000L);

  public Money {
    if (fen < 0 || fen > 10_000_000_000_000L) {
      throw new IllegalArgumentException("not an amount: " + fen + " fen");
    }
  }

  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  /** Reads yuan with exactly two decimals, for example {@code 1270.00}. */
  public static Money ofYuan(String yuan) {
    if (!yuan.matches("\\d{1,10}\\.\\d{2}")) {
      throw new IllegalArgumentException("not an amount in yuan with two decimals");
    }
    return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact());
  }

  /** The sum; zero for none. */
  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

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

  /** Yuan with two decimals. */
  public String yuan() {
    return BigDecimal.valueOf(fen, 2).toPlainString();
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
