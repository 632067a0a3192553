package org.fapiaosuite.account.profile.events;

import java.util.UUID;
import org.fapiaosuite.account.events.AccountEvent;
import org.fapiaosuite.account.profile.Account;

/**
 * Mails of the account are written in another language from now on.
 *
 * @param email where they go, so that whoever heard of no address before knows it now
 * @param locale zh-CN, en or de
 */
public record LocaleChanged(UUID accountId, String email, String locale) implements AccountEvent {

  public static LocaleChanged of(Account account) {
    return new LocaleChanged(
        account.id(), account.email().text(), account.locale().toLanguageTag());
  }

  @Override
  public String type() {
    return "account.locale-changed.v1";
  }

  @Override
  public String aggregate() {
    return accountId.toString();
  }
}
