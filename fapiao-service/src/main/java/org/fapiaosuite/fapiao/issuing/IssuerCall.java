package org.fapiaosuite.fapiao.issuing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.List;
import java.util.function.Function;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.kernel.Money;
import org.jboss.logging.Logger;

/**
 * The one place where an issuer is called. A call may take minutes, and a transaction would hold
 * its locks as long: so it refuses to be called within one.
 */
@ApplicationScoped
class IssuerCall {

  private static final Logger LOG = Logger.getLogger(IssuerCall.class);

  private final Issuers issuers;

  IssuerCall(Issuers issuers) {
    this.issuers = issuers;
  }

  /** Has it issued. */
  IssueOutcome issue(String issuer, IssueOrder order) {
    return call(issuer, order, named -> named.issue(order));
  }

  /** Asks what became of it. */
  IssueOutcome outcomeOf(String issuer, IssueOrder order) {
    return call(issuer, order, named -> named.outcomeOf(order));
  }

  private IssueOutcome call(
      String issuer, IssueOrder order, Function<Issuer, IssueOutcome> question) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("an issuer is asked outside of any transaction");
    }
    try {
      IssueOutcome outcome = question.apply(issuers.named(issuer));
      if (outcome instanceof IssueOutcome.Issued issued
          && !grossOf(issued).equals(grossOf(order.plan()))) {
        LOG.errorf(
            "issuer answered with other documents than it was asked for, issuer=%s request=%s",
            issuer, order.requestId());
        return new IssueOutcome.Unknown();
      }
      return outcome;
    } catch (RuntimeException noAnswer) {
      LOG.warnf(
          "no answer from the issuer, issuer=%s request=%s cause=%s",
          issuer, order.requestId(), noAnswer.getClass().getName());
      return new IssueOutcome.Unknown();
    }
  }

  private static List<Money> grossOf(IssueOutcome.Issued issued) {
    return issued.documents().stream().map(document -> document.total().gross()).toList();
  }

  private static List<Money> grossOf(FapiaoPlan plan) {
    return plan.parts().stream().map(part -> part.total().gross()).toList();
  }
}
