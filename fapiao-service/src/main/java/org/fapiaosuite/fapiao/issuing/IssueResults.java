package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationJournal;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.Reduction;
import org.fapiaosuite.fapiao.application.Supply;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Saves what an issuer said, in a transaction of its own. Whoever brings the first answer that says
 * something ends the attempt; what comes later, from whomever, changes nothing.
 */
@ApplicationScoped
@Transactional
class IssueResults {

  private final Applications applications;
  private final Bills bills;
  private final Fapiaos fapiaos;
  private final IssueAttempts attempts;
  private final Reduction reduction;
  private final Supply supply;
  private final ApplicationJournal applicationJournal;
  private final IssuingJournal journal;
  private final IssuerConfig config;
  private final Ids ids;
  private final Clock clock;

  IssueResults(
      Applications applications,
      Bills bills,
      Fapiaos fapiaos,
      IssueAttempts attempts,
      Reduction reduction,
      Supply supply,
      ApplicationJournal applicationJournal,
      IssuingJournal journal,
      IssuerConfig config,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.bills = bills;
    this.fapiaos = fapiaos;
    this.attempts = attempts;
    this.reduction = reduction;
    this.supply = supply;
    this.applicationJournal = applicationJournal;
    this.journal = journal;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Saves an outcome.
   *
   * @param lease under which the issuer was asked; an outcome that is unknown counts only while
   *     nobody else has taken the attempt up
   */
  Application save(UUID attemptId, UUID lease, IssueOutcome outcome) {
    UUID id = attempts.applicationOf(attemptId);
    List<Bill> held = bills.lock(applications.billIds(id));
    Application application = applications.lock(id).orElseThrow();
    IssueAttempt attempt = attempts.lock(attemptId);
    if (!attempt.isOpen()) {
      late(attempt, outcome);
    } else if (outcome instanceof IssueOutcome.Issued issued) {
      issued(application, attempt, issued, held);
    } else if (outcome instanceof IssueOutcome.Refused refused) {
      refused(application, attempt, refused, held);
    } else if (attempt.isHeldBy(lease)) {
      unknown(application, attempt);
    }
    applications.flush();
    return application;
  }

  private void issued(
      Application application, IssueAttempt attempt, IssueOutcome.Issued outcome, List<Bill> held) {
    Instant now = clock.instant();
    IssueOrder order = attempt.order(application);
    List<Fapiao> made = new ArrayList<>();
    for (IssuedFapiao document : outcome.documents()) {
      made.add(new Fapiao(ids.next(), order, made.size(), document, now));
    }
    fapiaos.persist(made);
    held.forEach(bill -> bill.invoice(application.id()));
    attempt.issued(now);
    applicationJournal.record(
        application,
        application.issued(made.stream().map(Fapiao::told).toList()),
        Actor.SERVICE_CENTRE,
        attempt.askedBy());
    supply.issued(
        application,
        made.stream().map(Fapiao::printed).toList(),
        made.stream().map(Fapiao::issuedOn).max(Comparator.naturalOrder()).orElseThrow());
    journal.record(IssuingJournal.Entry.ISSUED, attempt);
  }

  /**
   * The clerk can correct it; refunds that have waited for the outcome take effect now. A clerk's
   * entry that is refused tells nothing of the attempt whose place it took: that one is still
   * unknown, and nobody may be asked to issue until it is not.
   */
  private void refused(
      Application application,
      IssueAttempt attempt,
      IssueOutcome.Refused outcome,
      List<Bill> held) {
    Instant now = clock.instant();
    attempt.refused(outcome.reason(), now);
    journal.record(IssuingJournal.Entry.REFUSED, attempt);
    Optional<IssueAttempt> unanswered = attempts.lockReplacedOf(application.id());
    if (unanswered.isPresent()) {
      // for the index that allows one open attempt
      attempts.flush();
      unanswered.get().reopen(now);
      application.issueUnknown();
    } else {
      application.issueRefused(outcome.reason());
      held.forEach(bill -> reduction.cover(bill, application));
      supply.refused(application);
    }
  }

  private void unknown(Application application, IssueAttempt attempt) {
    Instant now = clock.instant();
    attempt.unknown(now, config.askAgainAfter(), config.tellStaffAfter());
    application.issueUnknown();
    journal.record(IssuingJournal.Entry.UNKNOWN, attempt);
    if (attempt.tellStaff(now, config.tellStaffAfter())) {
      application.tellStaffOfUnknownIssue(attempt.askedAt());
      journal.record(IssuingJournal.Entry.STAFF_TOLD, attempt);
    }
  }

  private void late(IssueAttempt attempt, IssueOutcome outcome) {
    if (outcome instanceof IssueOutcome.Issued issued) {
      journal.record(
          known(attempt.applicationId()).containsAll(numbers(issued))
              ? IssuingJournal.Entry.REPEATED
              : IssuingJournal.Entry.CONTRADICTED,
          attempt);
    }
  }

  private Set<String> known(UUID application) {
    return fapiaos.ofApplication(application).stream()
        .map(fapiao -> fapiao.legalNumber().unique())
        .collect(Collectors.toSet());
  }

  private static Set<String> numbers(IssueOutcome.Issued issued) {
    return issued.documents().stream()
        .map(document -> document.number().unique())
        .collect(Collectors.toSet());
  }
}
