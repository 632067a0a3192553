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
 * @param locale zh-CN, en or de
 * @param customerIds for whom it may speak: {@code <platform>:<customerId>}
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

  /** A claimed order. */
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
