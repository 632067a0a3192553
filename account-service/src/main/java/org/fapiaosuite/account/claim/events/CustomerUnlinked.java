package org.fapiaosuite.account.claim.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * An account may no longer speak for a customer.
 *
 * @param customerId {@code <platform>:<customerId>}
 * @param orderNumber the order that had proven it
 */
public record CustomerUnlinked(UUID accountId, String customerId, String orderNumber)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.customer-unlinked.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
