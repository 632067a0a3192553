package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.support.events.CaseEvent;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What customers do with their support cases. */
@ApplicationScoped
@Transactional
public class CaseDesk {

  private final SupportCases cases;
  private final CaseRules rules;
  private final CaseBounds bounds;
  private final SendBacks sendBacks;
  private final Calendars calendars;
  private final SupportConfig config;
  private final CaseJournal journal;
  private final Ids ids;
  private final Clock clock;

  CaseDesk(
      SupportCases cases,
      CaseRules rules,
      CaseBounds bounds,
      SendBacks sendBacks,
      Calendars calendars,
      SupportConfig config,
      CaseJournal journal,
      Ids ids,
      Clock clock) {
    this.cases = cases;
    this.rules = rules;
    this.bounds = bounds;
    this.sendBacks = sendBacks;
    this.calendars = calendars;
    this.config = config;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** Opens a case, with its first message. */
  public SupportCase open(CaseRequest request, Customer customer) {
    NewCase asked = rules.check(request, customer);
    bounds.demandRoomForCase(customer.accountId());
    Instant now = clock.instant();
    Instant dueAt = calendars.now().promise(now, config.answerWorkingDays()).dueAt();
    SupportCase opened = new SupportCase(ids.next(), customer.accountId(), asked, dueAt, now);
    asked.parts().forEach(part -> opened.addPart(ids::next, part.amount(), part.title()));
    cases.persistAndFlush(opened);
    journal.say(opened, Actor.CUSTOMER, customer.accountId(), asked.text());
    journal.record(
        new CaseEvent.Opened(
            opened.id(),
            opened.accountId(),
            opened.kind(),
            opened.orderNumbers(),
            dueAt,
            sendBacks.of(opened).orElse(null)));
    return opened;
  }

  /** Adds a message of the customer. */
  public SupportCase write(UUID id, String text, Customer customer, @Nullable String ifMatch) {
    SupportCase found = locked(id, customer);
    Versions.check(ifMatch, found.version());
    found.write(clock.instant());
    bounds.demandRoomForMessage(id);
    journal.say(found, Actor.CUSTOMER, customer.accountId(), text);
    cases.flush();
    return found;
  }

  /** Notes in which parcel the customer has sent papers back. */
  public SupportCase sendBack(
      UUID id, String carrier, String waybill, Customer customer, @Nullable String ifMatch) {
    SupportCase found = locked(id, customer);
    Versions.demand(ifMatch, found.version());
    if (sendBacks.of(found).filter(papers -> !papers.copies().isEmpty()).isEmpty()) {
      throw Problem.NOTHING_TO_RETURN.with();
    }
    found.sendBack(new ReturnParcel(carrier, waybill, clock.instant()));
    cases.flush();
    return found;
  }

  private SupportCase locked(UUID id, Customer customer) {
    return cases.lock(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
