package org.fapiaosuite.account.claim.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * An account may speak for a customer from now on.
 *
 * @param customerId {@code <platform>:<customerId>}
 * @param orderNumber the order that proved it
 */
public record CustomerLinked(UUID accountId, String customerId, String orderNumber)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.customer-linked.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
