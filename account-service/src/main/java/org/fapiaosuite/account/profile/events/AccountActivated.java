package org.fapiaosuite.account.profile.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;
import org.fapiaosuite.account.profile.Account;
import org.jspecify.annotations.Nullable;

/**
 * There is a new account.
 *
 * @param locale zh-CN, en or de
 * @param orderNumber the order it was registered with; absent for staff
 */
public record AccountActivated(
    UUID accountId, String email, String locale, @Nullable String orderNumber)
    implements AccountEvent {

  public static AccountActivated of(Account account, @Nullable String orderNumber) {
    return new AccountActivated(
        account.id(), account.email().text(), account.locale().toLanguageTag(), orderNumber);
  }

  @Override
  public String type() {
    return "account.activated.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
