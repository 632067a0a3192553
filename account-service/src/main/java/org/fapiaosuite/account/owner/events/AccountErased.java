package org.fapiaosuite.account.owner.events;

import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * The account is gone; what is known of its owner is to be forgotten where no law keeps it.
 *
 * @param customerIds for whom it could speak, {@code <platform>:<customerId>}
 * @param emailDigest SHA-256 of the address's {@link EmailAddress#key() key}, hexadecimal: who has
 *     the address finds it by this, who has not learns nothing
 */
public record AccountErased(UUID accountId, List<String> customerIds, String emailDigest)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.erased.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
