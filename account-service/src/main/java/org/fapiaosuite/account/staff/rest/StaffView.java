package org.fapiaosuite.account.staff.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.AccountStatus;
import org.fapiaosuite.account.profile.Role;
import org.jspecify.annotations.Nullable;

/**
 * The account of a member of staff, as an administrator sees it.
 *
 * @param id of the account
 * @param email what they sign in with. Example: {@code mei.lin@fapiao.example}.
 * @param role what they may do
 * @param status whether they may sign in
 * @param locale language of their mails: zh-CN, en or de. Example: {@code zh-CN}.
 * @param createdAt when the account was made
 * @param issuer the trusted issuer that names them, and says their role; absent for those who have
 *     a password here. Example: {@code https://id.fapiao.example}.
 */
@Schema(name = "StaffAccount")
public record StaffView(
    UUID id,
    String email,
    Role role,
    AccountStatus status,
    String locale,
    Instant createdAt,
    @Nullable String issuer) {

  static StaffView of(Account account) {
    return new StaffView(
        account.id(),
        account.email().text(),
        account.role(),
        account.status(),
        account.locale().toLanguageTag(),
        account.createdAt(),
        account.issuer());
  }
}
