package org.fapiaosuite.account.claimreview;

import org.fapiaosuite.account.claim.ClaimStatus;

/** How a claim stands, as staff ask for it. */
public enum ClaimStanding {
  /** It waits for the word of the payer, or of two of staff. */
  WAITING(ClaimStatus.WAITING_FOR_PAYER),
  /** It waits for an order that is not known yet. */
  WAITING_FOR_ORDER(ClaimStatus.WAITING_FOR_ORDER),
  /** The claimant has access. */
  GRANTED(ClaimStatus.GRANTED);

  private final ClaimStatus status;

  ClaimStanding(ClaimStatus status) {
    this.status = status;
  }

  ClaimStatus status() {
    return status;
  }

  static ClaimStanding of(ClaimStatus status) {
    return switch (status) {
      // Decided in a moment; until then it is as before.
      case MADE, WAITING_FOR_PAYER -> WAITING;
      case WAITING_FOR_ORDER -> WAITING_FOR_ORDER;
      case GRANTED -> GRANTED;
    };
  }
}
