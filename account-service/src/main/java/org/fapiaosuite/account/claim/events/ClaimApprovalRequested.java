package org.fapiaosuite.account.claim.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;

/**
 * The payer of an order is to be asked whether somebody else may have its Fapiao.
 *
 * @param requestId for the secret of the mail, kind CLAIM_APPROVAL
 * @param applicantEmail who asks
 * @param payerEmail who is asked
 */
public record ClaimApprovalRequested(
    UUID requestId, UUID accountId, String applicantEmail, String orderNumber, String payerEmail)
    implements AccountEvent {

  @Override
  public String type() {
    return "account.claim-approval-requested.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
