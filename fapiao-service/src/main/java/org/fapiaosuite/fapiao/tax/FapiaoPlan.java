package org.fapiaosuite.fapiao.tax;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fapiaosuite.kernel.Money;

/**
 * The Fapiao that an application will yield: its lines laid into as few documents as the ceiling
 * allows. The ceiling is on the amount without tax of one document.
 */
public record FapiaoPlan(List<Part> parts) {

  /** One Fapiao of the plan. */
  public record Part(List<TaxedLine> lines) {

    public Part {
      lines = List.copyOf(lines);
    }

    public TaxSplit total() {
      return lines.stream().map(TaxedLine::split).reduce(TaxSplit.NOTHING, TaxSplit::plus);
    }

    BigDecimal deviation() {
      return lines.stream()
          .map(line -> TaxTolerance.deviation(line.split(), line.rate()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  public FapiaoPlan {
    parts = List.copyOf(parts);
  }

  /**
   * Fills one document after the other; a line that does not fit is divided.
   *
   * @param ceiling the largest amount without tax of one document, more than zero
   */
  public static FapiaoPlan of(List<TaxedLine> lines, Money ceiling) {
    List<Part> parts = new ArrayList<>();
    List<TaxedLine> current = new ArrayList<>();
    Money room = ceiling;
    for (TaxedLine line : lines) {
      Money rest = line.gross();
      while (!rest.isZero()) {
        Money fits = rest.smaller(line.rate().largestGross(room));
        if (fits.isZero() || exceedsTolerance(current, line.withGross(fits))) {
          parts.add(new Part(current));
          current = new ArrayList<>();
          room = ceiling;
          continue;
        }
        TaxedLine piece = line.withGross(fits);
        current.add(piece);
        room = room.minus(piece.split().net());
        rest = rest.minus(fits);
      }
    }
    if (!current.isEmpty()) {
      parts.add(new Part(current));
    }
    return new FapiaoPlan(parts);
  }

  /**
   * Fills documents of given amounts, which add up to the lines.
   *
   * @throws IllegalArgumentException when they do not
   */
  public static FapiaoPlan ofAmounts(List<TaxedLine> lines, List<Money> amounts) {
    Deque<TaxedLine> left = new ArrayDeque<>(lines);
    List<Part> parts = new ArrayList<>();
    for (Money amount : amounts) {
      List<TaxedLine> current = new ArrayList<>();
      Money room = amount;
      while (!room.isZero()) {
        TaxedLine line = left.poll();
        if (line == null) {
          throw new IllegalArgumentException("more than the lines hold");
        }
        Money fits = line.gross().smaller(room);
        current.add(line.withGross(fits));
        room = room.minus(fits);
        if (line.gross().isMoreThan(fits)) {
          left.push(line.withGross(line.gross().minus(fits)));
        }
      }
      parts.add(new Part(current));
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("less than the lines hold");
    }
    return new FapiaoPlan(parts);
  }

  /** Net and tax over all documents; they add up to the sum of the lines exactly. */
  public TaxSplit total() {
    return parts.stream().map(Part::total).reduce(TaxSplit.NOTHING, TaxSplit::plus);
  }

  private static boolean exceedsTolerance(List<TaxedLine> lines, TaxedLine next) {
    List<TaxedLine> together = new ArrayList<>(lines);
    together.add(next);
    return !lines.isEmpty() && new Part(together).deviation().compareTo(TaxTolerance.DOCUMENT) > 0;
  }
}
