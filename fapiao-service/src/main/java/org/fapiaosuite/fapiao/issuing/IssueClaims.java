package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Decides who asks the issuer, each time in a short transaction of its own. */
@ApplicationScoped
@Transactional
class IssueClaims {

  private final Applications applications;
  private final Fapiaos fapiaos;
  private final IssueAttempts attempts;
  private final IssueRules rules;
  private final IssuerConfig config;
  private final AuditTrail trail;
  private final Ids ids;
  private final Clock clock;

  IssueClaims(
      Applications applications,
      Fapiaos fapiaos,
      IssueAttempts attempts,
      IssueRules rules,
      IssuerConfig config,
      AuditTrail trail,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.fapiaos = fapiaos;
    this.attempts = attempts;
    this.rules = rules;
    this.config = config;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Claims an application for issuing. While an outcome is unknown, what a clerk typed in takes its
   * place, so that the manual issuer is the one to be asked.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 412, 422 or 409 when it cannot be
   *     issued, or has been with other numbers
   */
  Claim claim(UUID id, IssueRequest request, String staff, @Nullable String ifMatch) {
    Application application = lock(id);
    application.demandUnclaimed(staff, clock.instant());
    trail.write("issueFapiao", List.of(id.toString()), null);
    if (application.status() == ApplicationStatus.ISSUING) {
      return underway(application);
    }
    if (!application.isIssuable()) {
      demandSameNumbers(application, request);
      return new Claim.Done(application);
    }
    Versions.check(ifMatch, application.version());
    IssueRules.Checked checked = rules.check(application, request);
    Instant now = clock.instant();
    Optional<IssueAttempt> unanswered = attempts.lockOpenOf(id);
    unanswered.ifPresent(attempt -> attempt.replaced(now));
    // before the insert, for the index that allows one open attempt
    attempts.flush();
    IssueAttempt attempt =
        new IssueAttempt(
            ids.next(),
            id,
            unanswered.isPresent() ? Issuer.MANUAL : config.name(),
            checked,
            staff,
            ids.next(),
            now,
            now.plus(config.lease()));
    attempts.persist(attempt);
    application.ask(checked.warnings());
    attempts.flush();
    return taken(attempt, application);
  }

  /** Takes up the attempt that is due next: its lease has ended, or its outcome is unknown. */
  Optional<Claim.Taken> takeUp() {
    Instant now = clock.instant();
    return attempts
        .lockNextDue(now)
        .map(
            attempt -> {
              attempt.take(ids.next(), now.plus(config.lease()));
              return taken(attempt, applications.findById(attempt.applicationId()));
            });
  }

  /**
   * What to answer to whoever wanted to issue while somebody else did.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 unless it was issued with the same
   *     numbers
   */
  Application answer(UUID id, IssueRequest request) {
    Application application = lock(id);
    demandSameNumbers(application, request);
    return application;
  }

  private Application lock(UUID id) {
    return applications
        .lock(id)
        .filter(application -> application.status() != ApplicationStatus.DRAFT)
        .orElseThrow(StandardProblem.NOT_FOUND::with);
  }

  private Claim underway(Application application) {
    IssueAttempt attempt =
        attempts
            .lockOpenOf(application.id())
            .orElseThrow(
                () -> Problem.CANNOT_ISSUE.with(application.status()).state(application.status()));
    return new Claim.Underway(attempt.issuer(), attempt.order(application), attempt.lease());
  }

  private static Claim.Taken taken(IssueAttempt attempt, Application application) {
    return new Claim.Taken(attempt.issuer(), attempt.order(application), attempt.lease());
  }

  /** Other numbers would be a second Fapiao for the same money. */
  private void demandSameNumbers(Application application, IssueRequest request) {
    Set<String> known =
        fapiaos.ofApplication(application.id()).stream()
            .map(fapiao -> fapiao.legalNumber().unique())
            .collect(Collectors.toSet());
    Set<String> typed =
        request.fapiaos().stream()
            .map(entry -> entry.legalNumber().unique())
            .collect(Collectors.toSet());
    if (!known.equals(typed)) {
      throw Problem.CANNOT_ISSUE.with(application.status()).state(application.status());
    }
  }
}
