package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.account.claim.ClaimConfig;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.emailchange.events.EmailChanged;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.exchange.events.TokenExchanged;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.account.session.Session;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session on an issuer's word. The first time, an account is made: beside a registered one
 * of the same address, never in its place, until its owner joins the two ({@link JoinDesk}).
 */
@ApplicationScoped
public class ExchangeDesk {

  private static final Duration HOUR = Duration.ofHours(1);

  private final IssuerSwitch issuers;
  private final Identities identities;
  private final SpentTokens spent;
  private final Accounts accounts;
  private final CustomerLinks links;
  private final SessionDesk sessions;
  private final Tallies tallies;
  private final Announcer announcer;
  private final ClaimConfig claims;
  private final LimitConfig limits;
  private final Ids ids;
  private final Clock clock;

  ExchangeDesk(
      IssuerSwitch issuers,
      Identities identities,
      SpentTokens spent,
      Accounts accounts,
      CustomerLinks links,
      SessionDesk sessions,
      Tallies tallies,
      Announcer announcer,
      ClaimConfig claims,
      LimitConfig limits,
      Ids ids,
      Clock clock) {
    this.issuers = issuers;
    this.identities = identities;
    this.spent = spent;
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.tallies = tallies;
    this.announcer = announcer;
    this.claims = claims;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who came in, for whom they may speak, and until when. */
  public record Entered(Account account, List<String> customerIds, Session session) {}

  /**
   * Exchanges a verified token for a session that lives as long as one access token.
   *
   * @param locale of the mails of an account that is made now
   * @param device what the caller's browser calls itself
   * @throws TokenRefused when the token was exchanged before, its issuer is switched off, or the
   *     account is shut
   * @throws org.fapiaosuite.rest.problem.ProblemException 429 when the same person came too often
   */
  @Transactional
  public Entered exchange(SubjectToken token, Locale locale, @Nullable String device) {
    issuers.demandOn(token.issuer());
    identities.lock(token.issuer(), token.subject());
    spent.spend(token);
    String person = token.issuer() + '\n' + token.subject();
    if (!tallies.count("exchange", person, HOUR, limits.exchangesPerSubjectAndHour())) {
      throw StandardProblem.TOO_MANY_REQUESTS.with().retryAfter(limits.longestWait());
    }
    Account account =
        identities
            .accountOf(token.issuer(), token.subject())
            .flatMap(accounts::locked)
            .orElseGet(() -> open(token, locale));
    if (!account.isActive()) {
      throw TokenRefused.token("is of somebody whose account is shut");
    }
    followMailbox(account, token.email());
    identities.vouchFor(account.id(), token.customerIds());
    List<String> customers = customers(account, token);
    Session session = sessions.openVouched(account, token.issuer(), device);
    announcer.tell(
        new TokenExchanged(account.id(), session.id(), token.issuer(), token.client(), customers));
    return new Entered(account, customers, session);
  }

  private Account open(SubjectToken token, Locale locale) {
    UUID id = ids.next();
    Account account = Account.ofIssuer(id, token.issuer(), token.email(), locale, clock.instant());
    accounts.persistAndFlush(account);
    identities.add(token.issuer(), token.subject(), id);
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
  private List<String> customers(Account account, SubjectToken token) {
    return Stream.concat(token.customerIds().stream(), links.recomputed(account).stream())
        .distinct()
        .limit(claims.mostCustomers())
        .toList();
  }
}
