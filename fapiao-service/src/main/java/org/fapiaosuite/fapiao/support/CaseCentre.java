package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the service centre does with support cases. */
@ApplicationScoped
@Transactional
public class CaseCentre {

  private final SupportCases cases;
  private final Bills bills;
  private final Splitting splitting;
  private final CaseBounds bounds;
  private final CaseJournal journal;
  private final Clock clock;

  CaseCentre(
      SupportCases cases,
      Bills bills,
      Splitting splitting,
      CaseBounds bounds,
      CaseJournal journal,
      Clock clock) {
    this.cases = cases;
    this.bills = bills;
    this.splitting = splitting;
    this.bounds = bounds;
    this.journal = journal;
    this.clock = clock;
  }

  /** Adds a message of staff, which the customer is told of. */
  public SupportCase answer(UUID id, String text, String staff, @Nullable String ifMatch) {
    SupportCase found = locked(id);
    Versions.check(ifMatch, found.version());
    journal.record(found.answer(clock.instant()));
    bounds.demandRoomForMessage(id);
    return said(found, staff, text);
  }

  /**
   * Approves or refuses what is asked for; a split is carried out at once. Decided so before, it
   * answers the present state.
   *
   * @param reason told to the customer; null when there is nothing to say
   */
  public SupportCase decide(
      UUID id, boolean approve, @Nullable String reason, String staff, @Nullable String ifMatch) {
    List<Bill> bill = bills.lock(cases.billOf(id).stream().toList());
    SupportCase found = locked(id);
    if (!found.isToDecide(approve)) {
      return found;
    }
    Versions.check(ifMatch, found.version());
    journal.record(found.decide(approve, staff, clock.instant()));
    if (approve && found.kind() == CaseKind.SPLIT) {
      splitting.carryOut(found, bill.get(0));
    }
    return said(found, staff, reason);
  }

  /** Settles a case with a last message; settled before, it answers the present state. */
  public SupportCase resolve(UUID id, String text, String staff, @Nullable String ifMatch) {
    SupportCase found = locked(id);
    if (found.status() == CaseStatus.RESOLVED) {
      return found;
    }
    Versions.check(ifMatch, found.version());
    journal.record(found.resolve(clock.instant()));
    return said(found, staff, text);
  }

  private SupportCase said(SupportCase found, String staff, @Nullable String text) {
    if (text != null) {
      journal.say(found, Actor.SERVICE_CENTRE, staff, text);
    }
    cases.flush();
    return found;
  }

  private SupportCase locked(UUID id) {
    return cases.lock(id).orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
