package org.fapiaosuite.simulator.deliveries;

import java.util.random.RandomGenerator;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Entry.Kind;
import org.fapiaosuite.simulator.orders.Flaw;

/**
 * How badly the platform behaves. Everything 0 and false is a platform without fault. Shares are
 * whole percents of the events accepted from now on; what was decided for an event stays.
 *
 * @param duplicates further copies sent of an event, each at its own moment within two seconds
 * @param duplicatePercent share of events that are sent more than once; 0 with duplicates &gt; 0
 *     means all
 * @param shuffle events leave in random order, spread over {@code shuffleMillis}
 * @param shuffleMillis default 2000
 * @param dropPercent share of events that are lost for ever: only the statement knows them
 * @param delayMillis every event leaves this much later
 * @param latePercent share of events that leave {@code lateMillis} later
 * @param lateMillis default 10000
 * @param badSignaturePercent share of attempts that carry a wrong signature (retried, once refused)
 * @param flawedPercent share of payments whose words have a flaw in push, statement or both
 * @param refundsFirst payments leave five seconds later than refunds, which then overtake them
 * @param wrongTotals the last line of statements is a fen off
 * @param wrongDigest the Digest header of statements is not that of the file
 */
public record Faults(
    int duplicates,
    int duplicatePercent,
    boolean shuffle,
    int shuffleMillis,
    int dropPercent,
    int delayMillis,
    int latePercent,
    int lateMillis,
    int badSignaturePercent,
    int flawedPercent,
    boolean refundsFirst,
    boolean wrongTotals,
    boolean wrongDigest) {

  /** A platform without fault. */
  public static final Faults NONE =
      new Faults(0, 0, false, 0, 0, 0, 0, 0, 0, 0, false, false, false);

  private static final int REFUND_LEAD_MILLIS = 5_000;
  private static final int COPY_SPREAD_MILLIS = 2_000;

  public Faults {
    duplicates = bounded("duplicates", duplicates, 100);
    duplicatePercent = bounded("duplicatePercent", duplicatePercent, 100);
    shuffleMillis = bounded("shuffleMillis", shuffleMillis, 3_600_000);
    dropPercent = bounded("dropPercent", dropPercent, 100);
    delayMillis = bounded("delayMillis", delayMillis, 86_400_000);
    latePercent = bounded("latePercent", latePercent, 100);
    lateMillis = bounded("lateMillis", lateMillis, 86_400_000);
    badSignaturePercent = bounded("badSignaturePercent", badSignaturePercent, 100);
    flawedPercent = bounded("flawedPercent", flawedPercent, 100);
    if (duplicates > 0 && duplicatePercent == 0) {
      duplicatePercent = 100;
    }
    if (duplicatePercent > 0 && duplicates == 0) {
      duplicates = 1;
    }
    if (shuffle && shuffleMillis == 0) {
      shuffleMillis = 2_000;
    }
    if (latePercent > 0 && lateMillis == 0) {
      lateMillis = 10_000;
    }
  }

  private static int bounded(String name, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(name + " must be between 0 and " + most);
    }
    return value;
  }

  /** What will happen to one event. */
  public Plan plan(Kind kind, RandomGenerator random) {
    long delay = delayMillis;
    if (shuffle) {
      delay += random.nextInt(shuffleMillis);
    }
    if (hits(latePercent, random)) {
      delay += lateMillis;
    }
    if (refundsFirst && kind == Kind.PAYMENT) {
      delay += REFUND_LEAD_MILLIS;
    }
    int copies = hits(duplicatePercent, random) ? duplicates : 0;
    return new Plan(hits(dropPercent, random), copies, delay);
  }

  /** The payment, maybe with a flaw in how it is told. */
  public Entry spoil(Entry payment, RandomGenerator random) {
    return hits(flawedPercent, random)
        ? payment.flawed(Flaw.some(random), Flaw.Place.some(random))
        : payment;
  }

  static boolean hits(int percent, RandomGenerator random) {
    return percent > 0 && random.nextInt(100) < percent;
  }

  static int copyDelay(RandomGenerator random) {
    return random.nextInt(COPY_SPREAD_MILLIS);
  }

  /**
   * The fate of one event.
   *
   * @param lost never sent
   * @param copies how often it is sent besides the one that is retried
   * @param delayMillis how much later it leaves
   */
  public record Plan(boolean lost, int copies, long delayMillis) {}
}
