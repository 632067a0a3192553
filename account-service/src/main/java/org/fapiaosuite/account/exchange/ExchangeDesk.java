package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.exchange.events.TokenExchanged;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.session.Session;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Opens a session on an issuer's word, for a customer or a member of staff. */
@ApplicationScoped
public class ExchangeDesk {

  private static final Duration HOUR = Duration.ofHours(1);

  private final IssuerSwitch issuers;
  private final Identities identities;
  private final SpentTokens spent;
  private final CustomerEntrance customers;
  private final StaffEntrance staff;
  private final SessionDesk sessions;
  private final Tallies tallies;
  private final Announcer announcer;
  private final LimitConfig limits;

  ExchangeDesk(
      IssuerSwitch issuers,
      Identities identities,
      SpentTokens spent,
      CustomerEntrance customers,
      StaffEntrance staff,
      SessionDesk sessions,
      Tallies tallies,
      Announcer announcer,
      LimitConfig limits) {
    this.issuers = issuers;
    this.identities = identities;
    this.spent = spent;
    this.customers = customers;
    this.staff = staff;
    this.sessions = sessions;
    this.tallies = tallies;
    this.announcer = announcer;
    this.limits = limits;
  }

  /** Who came in, for whom they may speak, and until when. */
  public record Entered(Account account, List<String> customerIds, Session session) {}

  /**
   * Exchanges a verified token for a session that lives as long as one access token.
   *
   * @param locale of the mails of an account that is made now
   * @param device what the caller's browser calls itself
   * @throws TokenRefused when the token was exchanged before, its issuer is switched off, or the
   *     account is shut, or is none that the token's role opens
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
    boolean isStaff = token.role().isStaff();
    Account account = isStaff ? staff.accountOf(token, locale) : customers.accountOf(token, locale);
    if (!account.isActive()) {
      throw TokenRefused.token("is of somebody whose account is shut");
    }
    List<String> spokenFor = isStaff ? List.of() : customers.customers(account, token);
    Session session = sessions.openVouched(account, token.issuer(), device);
    announcer.tell(
        new TokenExchanged(
            account.id(),
            session.id(),
            token.issuer(),
            token.client(),
            spokenFor,
            isStaff ? token.role() : null));
    return new Entered(account, spokenFor, session);
  }
}
