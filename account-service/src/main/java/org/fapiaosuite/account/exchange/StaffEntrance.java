package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.fapiaosuite.account.emailchange.events.EmailChanged;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.exchange.TokenRefused.Code;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Members of staff on an issuer's word. The first time, an account is made, unless somebody of the
 * staff has the address: who asks for something and who approves it are told apart by their
 * accounts, so that nobody may have two that can be known to be theirs. Whoever has one with a
 * password joins it ({@link JoinDesk}).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StaffEntrance {

  private final Identities identities;
  private final Accounts accounts;
  private final SessionDesk sessions;
  private final Revoking revoking;
  private final Announcer announcer;
  private final Ids ids;
  private final Clock clock;

  StaffEntrance(
      Identities identities,
      Accounts accounts,
      SessionDesk sessions,
      Revoking revoking,
      Announcer announcer,
      Ids ids,
      Clock clock) {
    this.identities = identities;
    this.accounts = accounts;
    this.sessions = sessions;
    this.revoking = revoking;
    this.announcer = announcer;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The account of the token's person, with the role and the address that the token says. One that
   * an administrator made keeps the role that they gave it.
   *
   * @throws TokenRefused when another of the staff has the address, or the role is another one than
   *     an administrator gave
   */
  Account accountOf(SubjectToken token, Locale locale) {
    Account account =
        identities
            .accountOf(token.issuer(), token.subject(), true)
            .flatMap(accounts::locked)
            .orElseGet(() -> open(token, locale));
    if (account.isFromIssuer()) {
      followMailbox(account, token.email());
      followRole(account, token);
    } else if (account.role() != token.role()) {
      throw new TokenRefused(
          Code.INVALID_SCOPE, "subject_token names another role than the account has");
    }
    return account;
  }

  private Account open(SubjectToken token, Locale locale) {
    demandFree(token.email());
    UUID id = ids.next();
    Account account =
        Account.ofIssuersStaff(
            id, token.issuer(), token.email(), token.role(), locale, clock.instant());
    accounts.persistAndFlush(account);
    identities.add(token.issuer(), token.subject(), true, id);
    announcer.tell(AccountActivated.of(account, null)); // else nobody knows where its mails go
    return account;
  }

  private void followMailbox(Account account, EmailAddress said) {
    EmailAddress before = account.email();
    if (before.text().equals(said.text())) {
      return;
    }
    if (!before.key().equals(said.key())) {
      demandFree(said);
    }
    account.changeEmail(said);
    announcer.tell(new EmailChanged(account.id(), before.text(), said.text()));
  }

  private void followRole(Account account, SubjectToken token) {
    if (account.role() != token.role()) {
      account.changeRole(token.role());
      sessions.endAll(account.id());
      revoking.tokensOf(account);
    }
  }

  private void demandFree(EmailAddress email) {
    if (!accounts.isFreeOfStaffForMe(email)) {
      throw TokenRefused.token("is of an address that another account of staff has");
    }
  }
}
