package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.account.claim.ClaimConfig;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.emailchange.events.EmailChanged;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Customers on an issuer's word. The first time, an account is made: beside a registered one of the
 * same address, never in its place, until its owner joins the two ({@link JoinDesk}).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CustomerEntrance {

  private final Identities identities;
  private final Accounts accounts;
  private final CustomerLinks links;
  private final Announcer announcer;
  private final ClaimConfig claims;
  private final Ids ids;
  private final Clock clock;

  CustomerEntrance(
      Identities identities,
      Accounts accounts,
      CustomerLinks links,
      Announcer announcer,
      ClaimConfig claims,
      Ids ids,
      Clock clock) {
    this.identities = identities;
    this.accounts = accounts;
    this.links = links;
    this.announcer = announcer;
    this.claims = claims;
    this.ids = ids;
    this.clock = clock;
  }

  /** The account of the token's person, whose mails go where the token says. */
  Account accountOf(SubjectToken token, Locale locale) {
    Account account =
        identities
            .accountOf(token.issuer(), token.subject(), false)
            .flatMap(accounts::locked)
            .orElseGet(() -> open(token, locale));
    followMailbox(account, token.email());
    return account;
  }

  private Account open(SubjectToken token, Locale locale) {
    UUID id = ids.next();
    Account account = Account.ofIssuer(id, token.issuer(), token.email(), locale, clock.instant());
    accounts.persistAndFlush(account);
    identities.add(token.issuer(), token.subject(), false, id);
    announcer.tell(AccountActivated.of(account, null));
    return account;
  }

  /** The address of an account that an issuer made is what the issuer says it is. */
  private void followMailbox(Account account, EmailAddress said) {
    Optional<EmailAddress> before =
        Optional.of(account.email()).filter(known -> !known.text().equals(said.text()));
    if (account.isFromIssuer() && before.isPresent()) {
      account.changeEmail(said);
      announcer.tell(new EmailChanged(account.id(), before.get().text(), said.text()));
    }
  }

  /** Whom the issuer names, and whose orders the mailbox paid; at most what a token can carry. */
  List<String> customers(Account account, SubjectToken token) {
    identities.vouchFor(account.id(), token.customerIds());
    return Stream.concat(token.customerIds().stream(), links.recomputed(account).stream())
        .distinct()
        .limit(claims.mostCustomers())
        .toList();
  }
}
