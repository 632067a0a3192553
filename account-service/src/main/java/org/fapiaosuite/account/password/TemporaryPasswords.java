package org.fapiaosuite.account.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.mailrequest.MailRequestHandler;
import org.fapiaosuite.account.mailrequest.MailRequestKind;
import org.fapiaosuite.account.password.events.PasswordResetRequested;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;

/**
 * Has temporary passwords mailed. Each works once, for an hour after its mail has left, and for one
 * thing: setting a new password. The old password keeps working until then, since otherwise anybody
 * who knows an address could lock its owner out.
 */
@ApplicationScoped
public class TemporaryPasswords implements MailRequestHandler {

  private static final String COUNTED = "temporary-password";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Accounts accounts;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final Announcer announcer;
  private final LimitConfig limits;

  TemporaryPasswords(
      Accounts accounts,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      LimitConfig limits) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.limits = limits;
  }

  @Override
  public MailRequestKind kind() {
    return MailRequestKind.TEMPORARY_PASSWORD;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void handle(String emailKey) {
    accounts
        .byEmailKey(emailKey)
        .flatMap(account -> accounts.locked(account.id()))
        .filter(Account::isActive)
        .filter(this::isWithinLimits)
        .ifPresent(this::send);
  }

  /** Has one mailed, for somebody who has no password yet or has forgotten it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void send(Account account) {
    announcer.tell(
        new PasswordResetRequested(
            secrets.request(SecretKind.TEMPORARY_PASSWORD, account.id()), account.id()));
  }

  private boolean isWithinLimits(Account account) {
    String whose = account.id().toString();
    return tallies.count(COUNTED, whose, HOUR, limits.resetsPerAccountAndHour())
        && tallies.count(COUNTED, whose, DAY, limits.resetsPerAccountAndDay());
  }
}
