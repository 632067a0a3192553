package org.fapiaosuite.account.owner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.account.claim.Claim;
import org.fapiaosuite.account.claim.ClaimStatus;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Role;

/**
 * An account as its owner sees it.
 *
 * @param id of the account
 * @param email what one signs in with. Example: {@code finance@contoso.example}.
 * @param locale language of the mails: zh-CN, en or de. Example: {@code zh-CN}.
 * @param role what the account may do
 * @param createdAt when it was activated or, for staff, made
 * @param customerIds for whom it may speak, {@code <platform>:<customerId>}, at most 50. Example:
 *     {@code ["default:contoso-cn"]}.
 * @param orders the orders it claims, and how far that has come
 */
public record AccountView(
    UUID id,
    String email,
    String locale,
    Role role,
    Instant createdAt,
    List<String> customerIds,
    List<ClaimView> orders) {

  /**
   * A claimed order.
   *
   * @param orderNumber as in the confirmation mail. Example: {@code E0700K3M9Q}.
   * @param status how far the claim has come
   */
  public record ClaimView(String orderNumber, ClaimStatus status) {}

  static AccountView of(Account account, List<String> customerIds, List<Claim> claims) {
    return new AccountView(
        account.id(),
        account.email().text(),
        account.locale().toLanguageTag(),
        account.role(),
        account.createdAt(),
        customerIds,
        claims.stream().map(claim -> new ClaimView(claim.orderNumber(), claim.status())).toList());
  }
}
