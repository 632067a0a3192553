package org.fapiaosuite.account.staff.rest;

import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.AccountStatus;
import org.fapiaosuite.account.profile.Role;

/** A member of staff, as an administrator sees them. */
public record StaffView(
    UUID id, String email, Role role, AccountStatus status, String locale, Instant createdAt) {

  static StaffView of(Account account) {
    return new StaffView(
        account.id(),
        account.email().text(),
        account.role(),
        account.status(),
        account.locale().toLanguageTag(),
        account.createdAt());
  }
}
