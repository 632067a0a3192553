package org.fapiaosuite.account.claim.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * An account may have an order that it claimed, on somebody else's word.
 *
 * @param by who said so
 */
public record ClaimGranted(UUID accountId, String orderNumber, By by) implements AccountEvent {

  /** Whose word it is. */
  public enum By {
    /** The payer's, by the link in their mail. */
    PAYER,
    /** Of two of staff, who were shown what proves it. */
    STAFF
  }

  @Override
  public String type() {
    return "account.claim-granted.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
