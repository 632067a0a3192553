package org.fapiaosuite.ordersync.platform.standard;

import java.util.List;
import java.util.OptionalLong;
import org.fapiaosuite.kernel.Hundredths;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;
import org.fapiaosuite.ordersync.platform.StatementTotals;

/** Adds up a statement as it is read and holds the result against its last line. */
final class StatementSums {
  /** Before the point; sums are longer than amounts may be. */
  private static final int MOST_DIGITS_OF_A_SUM = 16;

  private long lines;
  private long paid;
  private long refunded;
  private long unreadable;

  void add(StatementFields line) throws StatementRefusedException {
    lines++;
    OptionalLong amount = Hundredths.parse(line.amount(), MovementRules.MOST_DIGITS);
    if (amount.isEmpty() || line.kind().isEmpty()) {
      unreadable++;
      return;
    }
    try {
      if (line.kind().get() == FactKind.PAYMENT) {
        paid = Math.addExact(paid, amount.getAsLong());
      } else {
        refunded = Math.addExact(refunded, amount.getAsLong());
      }
    } catch (ArithmeticException overflow) {
      throw new StatementRefusedException(Cause.TOTALS_DIFFER);
    }
  }

  long lines() {
    return lines;
  }

  /**
   * With a line whose amount cannot be read only the count can be checked: one bad line must not
   * hold back every other order of the day.
   */
  StatementTotals checked(List<String> total) throws StatementRefusedException {
    if (total.size() != 4 || !total.get(1).equals(Long.toString(lines))) {
      throw new StatementRefusedException(Cause.TOTALS_DIFFER);
    }
    if (unreadable > 0) {
      String remark = "sums not checked: " + unreadable + " lines with an unreadable amount";
      return new StatementTotals(lines, paid, refunded, remark);
    }
    if (!adds(total.get(2), paid) || !adds(total.get(3), refunded)) {
      throw new StatementRefusedException(Cause.TOTALS_DIFFER);
    }
    return new StatementTotals(lines, paid, refunded, null);
  }

  private static boolean adds(String total, long sum) {
    OptionalLong told = Hundredths.parse(total, MOST_DIGITS_OF_A_SUM);
    return told.isPresent() && told.getAsLong() == sum;
  }
}
