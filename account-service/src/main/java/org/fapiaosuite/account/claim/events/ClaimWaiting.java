package org.fapiaosuite.account.claim.events;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * A claim has waited for days, and its claimant is to hear how it stands; told once for each thing
 * it waits for.
 *
 * @param since when it began to wait for that
 */
public record ClaimWaiting(UUID accountId, String orderNumber, WaitsFor waitsFor, Instant since)
    implements AccountEvent {

  /** What it waits for. */
  public enum WaitsFor {
    /** No payment is known for the order number. */
    ORDER,
    /** The payer was asked and has not answered. */
    PAYER,
    /** There is no address to ask the payer at, so that only staff can decide. */
    STAFF
  }

  @Override
  public String type() {
    return "account.claim-waiting.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
