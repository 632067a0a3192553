package org.fapiaosuite.ordersync.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Forgets the payer who erased their account (PIPL, article 47): the e-mail address of the orders
 * that were paid from it. The order, its money and the payer's name are part of the accounts and
 * kept for as long as tax law demands; then the name is forgotten as well. What the platform
 * pushed, word for word, is dropped after thirty days in any case (see {@code retention}).
 *
 * <p>An order that is not announced yet goes on; its confirmation is then mailed to nobody.
 */
@ApplicationScoped
class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  private final ErasedPayers payers;
  private final ErasureConfig config;
  private final Clock clock;

  Forgetting(ErasedPayers payers, ErasureConfig config, Clock clock) {
    this.payers = payers;
    this.config = config;
    this.clock = clock;
  }

  /** An account was erased; told again, it finds nothing left. */
  @Transactional(Transactional.TxType.MANDATORY)
  void erased(AccountErased account, Instant at) {
    if (account.emailDigest() == null || account.customerIds() == null) {
      return;
    }
    for (String customer : account.customerIds()) {
      ErasedPayers.Payer payer = new ErasedPayers.Payer(customer, account.emailDigest());
      payers.note(account.accountId(), payer, at);
      payers.forgetAddress(payer);
    }
  }

  /** What a statement told again, and what has been kept for as long as it must be. */
  @Scheduled(
      every = "{fapiao.order-sync.erasure.every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void again() {
    Instant now = clock.instant();
    List<ErasedPayers.Payer> known = QuarkusTransaction.requiringNew().call(payers::all);
    for (ErasedPayers.Payer payer : known) {
      QuarkusTransaction.requiringNew().run(() -> payers.forgetAddress(payer));
    }
    int names =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  payers.forgetErasedBefore(now.minus(config.toldAgain()));
                  return payers.forgetNames(now.minus(config.kept()));
                });
    if (names > 0) {
      LOG.infof("payers with erased accounts forgotten, orders=%d", names);
    }
  }
}
