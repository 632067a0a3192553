package org.fapiaosuite.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.fapiaosuite.account.claim.ClaimDesk;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.mailrequest.MailRequestHandler;
import org.fapiaosuite.account.mailrequest.MailRequestKind;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.account.registration.events.ActivationResendRequested;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretDesk.Redeemed;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.rest.identity.Ids;

/** Turns a registration into an account when the link of its mail is followed. */
@ApplicationScoped
public class ActivationDesk implements MailRequestHandler {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Registrations registrations;
  private final Accounts accounts;
  private final ClaimDesk claims;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final Announcer announcer;
  private final RegistrationConfig config;
  private final LimitConfig limits;
  private final Ids ids;
  private final Clock clock;

  ActivationDesk(
      Registrations registrations,
      Accounts accounts,
      ClaimDesk claims,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      RegistrationConfig config,
      LimitConfig limits,
      Ids ids,
      Clock clock) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.claims = claims;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.config = config;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes the account. The first registration of an address that is activated gets it; the same
   * link followed again changes nothing and is answered the same.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the link is not valid
   */
  @Transactional
  public void activate(String token) {
    Redeemed redeemed =
        secrets.redeem(SecretKind.ACTIVATION, token).orElseThrow(Problem.LINK_NOT_VALID::with);
    Registration registration =
        registrations.locked(redeemed.subject()).orElseThrow(Problem.LINK_NOT_VALID::with);
    if (registration.status() == RegistrationStatus.ACTIVATED) {
      return;
    }
    if (registration.status() != RegistrationStatus.AWAITING_ACTIVATION
        || !accounts.isFreeForMe(registration.email())) {
      throw Problem.LINK_NOT_VALID.with();
    }
    open(registration);
    registration.activate(registration.receivedAt().plus(config.kept()));
  }

  private void open(Registration registration) {
    Account account =
        Account.ofCustomer(
            ids.next(),
            registration.email(),
            registration.passwordHash(),
            registration.locale(),
            clock.instant());
    accounts.persistAndFlush(account);
    announcer.tell(AccountActivated.of(account, registration.orderNumber()));
    claims.claimNow(account, registration.orderNumber(), registration.claimCodeHash());
  }

  @Override
  public MailRequestKind kind() {
    return MailRequestKind.ACTIVATION;
  }

  /** Sends the newest activation mail of an address again, when there is one to send. */
  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void handle(String emailKey) {
    if (accounts.byEmailKey(emailKey).isPresent()) {
      return;
    }
    registrations.newestAwaitingActivation(emailKey).ifPresent(this::resend);
  }

  private void resend(Registration registration) {
    String mailbox = registration.email().key();
    if (!tallies.count("resend", mailbox, HOUR, limits.resendsPerMailboxAndHour())
        || !tallies.count("resend", mailbox, DAY, limits.resendsPerMailboxAndDay())) {
      return;
    }
    UUID requestId = secrets.request(SecretKind.ACTIVATION, registration.id());
    announcer.tell(
        new ActivationResendRequested(
            requestId,
            registration.id(),
            registration.email().text(),
            registration.locale().toLanguageTag(),
            registration.orderNumber()));
  }
}
