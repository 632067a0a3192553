package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where applications become Fapiao: claimed in one transaction, asked of the issuer outside of any,
 * saved in another one.
 */
@ApplicationScoped
public class IssuingDesk {

  private static final Logger LOG = Logger.getLogger(IssuingDesk.class);
  private static final String NUMBER_TAKEN = "one_fapiao_per_number";

  private final IssueClaims claims;
  private final IssuerCall call;
  private final IssueResults results;

  IssuingDesk(IssueClaims claims, IssuerCall call, IssueResults results) {
    this.claims = claims;
    this.call = call;
    this.results = results;
  }

  /**
   * Takes down what the clerk issued. The same numbers again answer the state; other numbers for an
   * issued application are refused, for they would be a second Fapiao for the same money.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409, 412 or 422
   */
  public Application issue(UUID id, IssueRequest request, String staff, @Nullable String ifMatch) {
    Claim claim = claims.claim(id, request, staff, ifMatch);
    if (claim instanceof Claim.Done done) {
      return done.application();
    }
    if (claim instanceof Claim.Underway underway) {
      return finish(underway, id, request);
    }
    Claim.Taken taken = (Claim.Taken) claim;
    return save(
        taken.issuer(),
        taken.order().requestId(),
        taken.lease(),
        call.issue(taken.issuer(), taken.order()));
  }

  /**
   * Asks what became of an attempt that somebody began and did not end, and saves it. Where that
   * fails, its lease holds it back, so that the others get their turn.
   *
   * @return false when none is due
   */
  boolean takeUpNext() {
    Optional<Claim.Taken> next = claims.takeUp();
    next.ifPresent(this::askAgain);
    return next.isPresent();
  }

  private void askAgain(Claim.Taken taken) {
    UUID attempt = taken.order().requestId();
    try {
      save(taken.issuer(), attempt, taken.lease(), call.outcomeOf(taken.issuer(), taken.order()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "an attempt to issue could not be taken up, request=%s", attempt);
    }
  }

  /** Somebody else is asking, or died over it: asks for the outcome, and answers by that. */
  private Application finish(Claim.Underway underway, UUID id, IssueRequest request) {
    IssueOutcome outcome = call.outcomeOf(underway.issuer(), underway.order());
    if (!(outcome instanceof IssueOutcome.Unknown)) {
      save(underway.issuer(), underway.order().requestId(), underway.lease(), outcome);
    }
    return claims.answer(id, request);
  }

  private Application save(String issuer, UUID attempt, UUID lease, IssueOutcome outcome) {
    try {
      return results.save(attempt, lease, outcome);
    } catch (ConstraintViolationException refused) {
      if (NUMBER_TAKEN.equals(refused.getConstraintName())) {
        results.save(attempt, lease, taken(issuer));
      }
      throw refused;
    }
  }

  /**
   * What it means that another application has the number. Where two were typed in at the same
   * moment, the second one is corrected. A provider did issue, whatever it says the number is, so
   * that it must not be asked to do so once more: a person has to find out.
   */
  private static IssueOutcome taken(String issuer) {
    return issuer.equals(Issuer.MANUAL)
        ? new IssueOutcome.Refused("number used")
        : new IssueOutcome.Unknown();
  }
}
