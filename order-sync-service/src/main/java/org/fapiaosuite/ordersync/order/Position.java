package org.fapiaosuite.ordersync.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.ordersync.decision.Decided;
import org.fapiaosuite.ordersync.fact.Agreement;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactKind;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one order say, whatever sequence they came in.
 *
 * @param payment the payment that counts; null while there is none
 * @param details field by field from whichever fact tells it, what staff put right first, then what
 *     we were told directly
 * @param refunds one for each refund id, by time
 * @param obstacle a contradiction or a gap in what was said; null when all is well
 * @param matchedOn the day of the statement that confirms the payment, in spite of what staff
 *     released it from; null when none does
 * @param needsStatement false when staff decided that it is to be invoiced without any
 */
record Position(
    @Nullable Fact payment,
    @Nullable OrderDetails details,
    List<Fact> refunds,
    @Nullable HoldReason obstacle,
    @Nullable LocalDate matchedOn,
    boolean needsStatement) {

  private static final Comparator<Fact> EARLIEST_TOLD_FIRST =
      Comparator.comparing(Fact::isBooked)
          .thenComparing(Fact::occurredAt)
          .thenComparing(Fact::reference)
          .thenComparing(Fact::amount)
          .thenComparing(Fact::currency);

  static Position of(Collection<Fact> facts, Decided decided) {
    List<Fact> payments = ofKind(facts, FactKind.PAYMENT);
    Map<String, Fact> refunds = new TreeMap<>();
    List<Fact> told = ofKind(facts, FactKind.REFUND);
    told.forEach(fact -> refunds.putIfAbsent(fact.reference(), fact));
    Fact payment = payments.isEmpty() ? null : payments.get(0);
    OrderDetails details =
        decided.details(
            payments.stream()
                .map(Fact::details)
                .filter(Objects::nonNull)
                .reduce(OrderDetails::orElse)
                .orElse(null));
    return new Position(
        payment,
        details,
        refunds.values().stream().sorted(EARLIEST_TOLD_FIRST_BY_TIME).toList(),
        payment == null ? null : obstacle(payment, details, payments, told, decided),
        payment == null ? null : matchedOn(payment, payments, decided),
        !decided.isReleasedFrom(HoldReason.NOT_RECONCILED));
  }

  private static final Comparator<Fact> EARLIEST_TOLD_FIRST_BY_TIME =
      Comparator.comparing(Fact::occurredAt).thenComparing(Fact::reference);

  private static List<Fact> ofKind(Collection<Fact> facts, FactKind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).sorted(EARLIEST_TOLD_FIRST).toList();
  }

  private static @Nullable HoldReason obstacle(
      Fact payment,
      @Nullable OrderDetails details,
      List<Fact> payments,
      List<Fact> refunds,
      Decided decided) {
    if (!payment.currency().equals(Money.CURRENCY)) {
      return HoldReason.CURRENCY_NOT_SUPPORTED;
    }
    Set<String> transactions = new HashSet<>();
    boolean contradicted = false;
    for (Fact other : payments) {
      transactions.add(other.reference());
      contradicted |= isOtherMoney(payment, other);
    }
    if ((contradicted || disagree(payment, refunds))
        && !decided.isReleasedFrom(HoldReason.AMOUNT_MISMATCH)) {
      return HoldReason.AMOUNT_MISMATCH;
    }
    if (transactions.size() > 1 && !decided.isReleasedFrom(HoldReason.PAID_TWICE)) {
      return HoldReason.PAID_TWICE;
    }
    if (isToldOtherwise(payment, payments, decided)) {
      return HoldReason.STATEMENT_DIFFERS;
    }
    return details == null || !details.hasNoFlaw() ? HoldReason.DETAILS_MISSING : null;
  }

  private static boolean isOtherMoney(Fact one, Fact other) {
    return !Agreement.sameMoney(one, other);
  }

  /** Refunds in another currency than the payment, or one refund with two amounts. */
  private static boolean disagree(Fact payment, List<Fact> refunds) {
    for (Fact refund : refunds) {
      boolean disagrees =
          !refund.currency().equals(payment.currency())
              || refunds.stream()
                  .anyMatch(
                      other ->
                          other.reference().equals(refund.reference())
                              && isOtherMoney(refund, other));
      if (disagrees) {
        return true;
      }
    }
    return false;
  }

  private static boolean isToldOtherwise(Fact payment, List<Fact> payments, Decided decided) {
    return matchedOn(payment, payments, decided) == null
        && payments.stream().anyMatch(Fact::isBooked);
  }

  private static @Nullable LocalDate matchedOn(Fact payment, List<Fact> payments, Decided decided) {
    return payments.stream()
        .filter(Fact::isBooked)
        .filter(booked -> confirms(payment, booked, decided))
        .map(Fact::statementDay)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A line of the statement does, unless it differs in more than staff have released it from. */
  private static boolean confirms(Fact payment, Fact booked, Decided decided) {
    return (Agreement.sameMoney(payment, booked)
            || decided.isReleasedFrom(HoldReason.AMOUNT_MISMATCH))
        && (Agreement.sameStory(payment, booked)
            || decided.isReleasedFrom(HoldReason.STATEMENT_DIFFERS));
  }
}
