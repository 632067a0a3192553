package org.fapiaosuite.fapiao.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.idempotency.Idempotency;
import org.fapiaosuite.fapiao.support.ForgottenCases;
import org.fapiaosuite.fapiao.title.TitleLibrary;
import org.jboss.logging.Logger;

/**
 * Forgets the owner of an erased account (PIPL, article 47).
 *
 * <p>At once: titles, drafts, remembered answers, support cases but for the fact of them;
 * recipient, phone and address of applications that have ended, and of those that never came to a
 * Fapiao the buyer too. An application that is open is carried out as it was confirmed, since the
 * Fapiao is owed whoever may sign in; its recipient is forgotten when it ends. The buyer of an
 * issued Fapiao, as far as it must be printed, is kept for as long as tax law demands and is then
 * forgotten as well. So is the payer's name on a bill that was invoiced; on another one it is
 * forgotten at once, or when what was applied for has ended.
 */
@ApplicationScoped
class Forgetting {

  private static final Logger LOG = Logger.getLogger(Forgetting.class);
  private static final int BATCH = 200;

  private final ErasedAccounts accounts;
  private final ErasedPayers payers;
  private final Applications applications;
  private final Bills bills;
  private final TitleLibrary titles;
  private final ForgottenCases cases;
  private final Idempotency answers;
  private final Pseudonyms pseudonyms;
  private final ErasureConfig config;
  private final Clock clock;

  Forgetting(
      ErasedAccounts accounts,
      ErasedPayers payers,
      Applications applications,
      Bills bills,
      TitleLibrary titles,
      ForgottenCases cases,
      Idempotency answers,
      Pseudonyms pseudonyms,
      ErasureConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.payers = payers;
    this.applications = applications;
    this.bills = bills;
    this.titles = titles;
    this.cases = cases;
    this.answers = answers;
    this.pseudonyms = pseudonyms;
    this.config = config;
    this.clock = clock;
  }

  /** An account was erased; told again, it finds nothing left. */
  @Transactional(Transactional.TxType.MANDATORY)
  void erased(AccountErased erased, Instant at) {
    String account = erased.accountId();
    accounts.note(account, at);
    payers.note(erased, at);
    titles.removeAll(account);
    answers.forget(account);
    forgetDrafts(account);
    cases.forget(account, pseudonyms::of);
    for (UUID id : accounts.endedOf(account, ends())) {
      forget(id);
    }
    applications.flush();
    forgetPayers(payers.bills(account, ends().lawful(), Integer.MAX_VALUE));
  }

  /** What has ended since, or has been kept for as long as it must be. */
  @Scheduled(
      every = "{fapiao.erasure.every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void again() {
    int forgotten = 0;
    List<UUID> ended = ended();
    while (!ended.isEmpty()) {
      for (UUID id : ended) {
        QuarkusTransaction.requiringNew().run(() -> forget(id));
      }
      forgotten += ended.size();
      ended = ended();
    }
    forgetPayers();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              payers.forgetDone(clock.instant());
              accounts
                  .lately(clock.instant().minus(ErasedAccounts.LATE))
                  .forEach(
                      account -> {
                        forgetDrafts(account);
                        cases.forget(account, pseudonyms::of);
                      });
              accounts.forgetDone(clock.instant().minus(ErasedAccounts.LATE));
            });
    if (forgotten > 0) {
      LOG.infof("owners of erased accounts forgotten, applications=%d", forgotten);
    }
  }

  private void forgetPayers() {
    int forgotten;
    do {
      forgotten =
          QuarkusTransaction.requiringNew()
              .call(() -> forgetPayers(payers.bills(null, ends().lawful(), BATCH)));
    } while (forgotten == BATCH);
  }

  private int forgetPayers(List<UUID> paid) {
    bills.lock(paid).forEach(bill -> bill.forgetPayer(pseudonyms::of));
    return paid.size();
  }

  private List<UUID> ended() {
    return QuarkusTransaction.requiringNew().call(() -> accounts.ended(ends(), BATCH));
  }

  private ErasedAccounts.Ends ends() {
    Instant now = clock.instant();
    return new ErasedAccounts.Ends(now.minus(config.kept()), now.minus(config.underWay()));
  }

  /** One that was being written when the account was erased comes too late for the first time. */
  private void forgetDrafts(String account) {
    applications.draftsOf(account).forEach(applications::delete);
  }

  private void forget(UUID id) {
    Application application = applications.lock(id).orElseThrow();
    boolean buyerMayGo = !accounts.keepsBuyer(id, ends());
    application.forgetRecipient(pseudonyms::of);
    if (buyerMayGo) {
      accounts.unbindShares(id);
      application.forgetBuyer(pseudonyms::of);
    }
  }
}
