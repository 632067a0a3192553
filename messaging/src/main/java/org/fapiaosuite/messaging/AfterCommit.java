package org.fapiaosuite.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Wakes whoever works what a transaction wrote, once it is committed. A wake-up that is lost with
 * the process costs nothing but time: every worker also looks by itself.
 */
@ApplicationScoped
public class AfterCommit {
  private final TransactionSynchronizationRegistry transactions;

  AfterCommit(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /**
   * Runs the wake-up after the commit of the transaction at hand, and not at all after a rollback;
   * outside of a transaction at once.
   *
   * @param wakeUp returns at once and does not throw
   */
  public void run(Runnable wakeUp) {
    if (transactions.getTransactionKey() == null) {
      wakeUp.run();
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // nothing to do before the commit
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wakeUp.run();
            }
          }
        });
  }
}
