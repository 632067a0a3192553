package org.fapiaosuite.account.exchange.events;

import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;
import org.fapiaosuite.account.profile.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came in with a token of a trusted issuer: who acts for which customers from now on, for
 * whoever has to prove it later.
 *
 * @param sessionId the session that the exchange opened, the {@code sid} of its access token
 * @param issuer whose word it is, the {@code iss} of its tokens
 * @param client the front end that acts, as the issuer names it
 * @param customerIds {@code <platform>:<customerId>}, possibly none
 * @param role as which member of staff; absent for customers
 */
public record TokenExchanged(
    UUID accountId,
    UUID sessionId,
    String issuer,
    String client,
    List<String> customerIds,
    @Nullable Role role)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.token-exchanged.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
