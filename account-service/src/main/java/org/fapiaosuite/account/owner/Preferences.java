package org.fapiaosuite.account.owner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.events.LocaleChanged;
import org.fapiaosuite.rest.problem.StandardProblem;

/** What owners choose for themselves. */
@ApplicationScoped
class Preferences {

  private final Accounts accounts;
  private final Announcer announcer;

  Preferences(Accounts accounts, Announcer announcer) {
    this.accounts = accounts;
    this.announcer = announcer;
  }

  /** Has mails written in a language from now on; tells nobody when they already are. */
  @Transactional
  Account speak(UUID accountId, Locale locale) {
    Account account = accounts.locked(accountId).orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    if (account.changeLocale(locale)) {
      announcer.tell(LocaleChanged.of(account));
    }
    return account;
  }
}
