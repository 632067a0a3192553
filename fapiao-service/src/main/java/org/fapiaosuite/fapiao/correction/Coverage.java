package org.fapiaosuite.fapiao.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.ApplicationItem;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.kernel.Money;

/**
 * Which bills the amount of a Fapiao comes from. The Fapiao of an application were filled one after
 * the other with its items, in their order, so that each stands for a stretch of their sum.
 */
final class Coverage {

  private Coverage() {}

  /**
   * What of each bill is on a Fapiao, in the order of the items.
   *
   * @param blue all of the application but red letters, in their order
   */
  static Map<UUID, Money> of(Fapiao fapiao, List<Fapiao> blue, List<ApplicationItem> items) {
    long from = 0;
    for (Fapiao other : blue) {
      if (other.id().equals(fapiao.id())) {
        break;
      }
      from += other.total().gross().fen();
    }
    long to = from + fapiao.total().gross().fen();
    Map<UUID, Money> covered = new LinkedHashMap<>();
    long begin = 0;
    for (ApplicationItem item : items) {
      long end = begin + item.amount().fen();
      long common = Math.min(to, end) - Math.max(from, begin);
      if (common > 0) {
        covered.merge(item.billId(), Money.ofFen(common), Money::plus);
      }
      begin = end;
    }
    return covered;
  }

  /** What is left of it after some was taken back. */
  static Map<UUID, Money> less(Map<UUID, Money> covered, Map<UUID, Money> taken) {
    Map<UUID, Money> left = new LinkedHashMap<>();
    covered.forEach(
        (bill, amount) -> left.put(bill, amount.minus(taken.getOrDefault(bill, Money.ZERO))));
    return left;
  }

  /**
   * From which bills an amount is taken back: first what was refunded of them, then in their order.
   *
   * @param deficits what was refunded of each and is still on a Fapiao
   * @throws IllegalArgumentException when more is to be taken than is left
   */
  static Map<UUID, Money> take(Money amount, Map<UUID, Money> left, Map<UUID, Money> deficits) {
    Map<UUID, Money> taken = new LinkedHashMap<>();
    Money rest = amount;
    for (Map.Entry<UUID, Money> entry : left.entrySet()) {
      Money refunded = deficits.getOrDefault(entry.getKey(), Money.ZERO);
      Money part = refunded.smaller(entry.getValue()).smaller(rest);
      rest = add(taken, entry.getKey(), part, rest);
    }
    for (Map.Entry<UUID, Money> entry : left.entrySet()) {
      Money already = taken.getOrDefault(entry.getKey(), Money.ZERO);
      Money part = entry.getValue().minus(already).smaller(rest);
      rest = add(taken, entry.getKey(), part, rest);
    }
    if (!rest.isZero()) {
      throw new IllegalArgumentException("more than is left");
    }
    return taken;
  }

  private static Money add(Map<UUID, Money> taken, UUID bill, Money part, Money rest) {
    if (!part.isZero()) {
      taken.merge(bill, part, Money::plus);
    }
    return rest.minus(part);
  }
}
