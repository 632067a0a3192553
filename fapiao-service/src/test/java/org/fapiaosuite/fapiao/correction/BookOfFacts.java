package org.fapiaosuite.fapiao.correction;

import java.util.ArrayList;
import java.util.List;

/**
 * What should be true of one bill, told from nothing but the list of what happened to it: an
 * independent model of the money of bills, in fen.
 */
final class BookOfFacts {

  /** Something that happened to the bill. */
  sealed interface Fact {
    record Paid(long fen) implements Fact {}

    record RefundedInAll(long fen) implements Fact {}

    record AppliedFor(long fen) implements Fact {}

    /** All that is applied for is on Fapiao now. */
    record Issued() implements Fact {}

    record TakenBack(long fen) implements Fact {}
  }

  private final List<Fact> facts = new ArrayList<>();

  void note(Fact fact) {
    facts.add(fact);
  }

  /** The money of the bill after all of it. */
  record Money(long paid, long refunded, long reserved, long invoiced, long reversed) {

    long invoiceable() {
      return Math.max(0, paid - refunded - reserved - invoiced);
    }

    long deficit() {
      return Math.max(0, reserved + invoiced - (paid - refunded));
    }
  }

  Money money() {
    long paid = 0;
    long refunded = 0;
    long reserved = 0;
    long invoiced = 0;
    long reversed = 0;
    for (Fact fact : facts) {
      if (fact instanceof Fact.Paid p) {
        paid = p.fen();
      } else if (fact instanceof Fact.RefundedInAll r) {
        refunded = Math.max(refunded, Math.min(paid, r.fen()));
        // what is applied for and not issued gives way
        reserved = Math.min(reserved, Math.max(0, paid - refunded - invoiced));
      } else if (fact instanceof Fact.AppliedFor a) {
        reserved += a.fen();
      } else if (fact instanceof Fact.Issued) {
        invoiced += reserved;
        reserved = 0;
      } else if (fact instanceof Fact.TakenBack t) {
        invoiced -= t.fen();
        reversed += t.fen();
      }
    }
    return new Money(paid, refunded, reserved, invoiced, reversed);
  }

  @Override
  public String toString() {
    return facts.toString();
  }
}
