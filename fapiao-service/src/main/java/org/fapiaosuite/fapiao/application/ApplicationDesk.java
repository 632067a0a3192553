package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.delivery.DeliveryRules;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What customers do with their applications. */
@ApplicationScoped
@Transactional
public class ApplicationDesk {

  private final Applications applications;
  private final Bills bills;
  private final DraftRules rules;
  private final Availability availability;
  private final DeliveryRules deliveries;
  private final Calendars calendars;
  private final ApplicationJournal journal;
  private final Ids ids;
  private final Clock clock;

  ApplicationDesk(
      Applications applications,
      Bills bills,
      DraftRules rules,
      Availability availability,
      DeliveryRules deliveries,
      Calendars calendars,
      ApplicationJournal journal,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.bills = bills;
    this.rules = rules;
    this.availability = availability;
    this.deliveries = deliveries;
    this.calendars = calendars;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** Saves a checked draft; it reserves nothing. */
  public Application create(ApplicationRequest request, Customer customer) {
    Draft draft = rules.check(request, customer);
    Application application =
        new Application(ids.next(), customer.accountId(), draft, clock.instant());
    applications.persistAndFlush(application);
    return application;
  }

  /** Replaces a draft by another checked one. */
  public Application edit(
      UUID id, ApplicationRequest request, Customer customer, @Nullable String ifMatch) {
    Application application = locked(id, customer);
    Action.EDIT.demand(application.status());
    Versions.demand(ifMatch, application.version());
    application.edit(rules.check(request, customer));
    applications.flush();
    return application;
  }

  /** Forgets a draft, which has reserved nothing and of which nobody was told. */
  public void discard(UUID id, Customer customer, @Nullable String ifMatch) {
    Application application = locked(id, customer);
    Action.DISCARD.demand(application.status());
    Versions.check(ifMatch, application.version());
    applications.delete(application);
  }

  /** Reserves the bills' shares and hands the application over to the service centre. */
  public Application confirm(UUID id, Customer customer, @Nullable String ifMatch) {
    demandOwn(id, customer);
    Map<UUID, Bill> held = lockBills(id);
    Application application = reread(id);
    if (!Action.CONFIRM.isDue(application.status())) {
      return application;
    }
    Versions.check(ifMatch, application.version());
    String title = application.buyer().key();
    for (ApplicationItem item : application.items()) {
      reserve(application, item, held.get(item.billId()), title);
    }
    Calendars.Snapshot calendar = calendars.now();
    Optional<ApplicationEvent> event =
        application.confirm(
            customer.accountId(),
            calendar.promise(clock.instant()),
            calendar.revision(),
            clock.instant());
    journal.record(application, event, Actor.CUSTOMER, customer.accountId());
    applications.flush();
    return application;
  }

  /** Cancels before the service centre starts; what was reserved is free again. */
  public Application cancel(UUID id, Customer customer, @Nullable String ifMatch) {
    demandOwn(id, customer);
    Map<UUID, Bill> held = lockBills(id);
    Application application = reread(id);
    if (application.status() != ApplicationStatus.CANCELLED) {
      Versions.check(ifMatch, application.version());
    }
    boolean reserved = application.status() != ApplicationStatus.DRAFT;
    Optional<ApplicationEvent> event = application.cancel();
    if (event.isPresent()) {
      if (reserved) {
        held.values().forEach(bill -> bill.release(id));
        journal.record(application, event, Actor.CUSTOMER, customer.accountId());
      }
    }
    applications.flush();
    return application;
  }

  /** Another recipient or address, until it is on its way. */
  public Application changeDelivery(
      UUID id, DeliveryData sent, Customer customer, @Nullable String ifMatch) {
    Application application = locked(id, customer);
    Action.CHANGE_DELIVERY.demand(application.status());
    Versions.demand(ifMatch, application.version());
    Violations violations = new Violations();
    List<Warning> warnings = new ArrayList<>();
    Optional<Delivery> delivery =
        deliveries.check(sent, application.medium(), "", violations, warnings);
    violations.throwIfAny();
    Optional<ApplicationEvent> event = application.changeDelivery(delivery.orElseThrow(), warnings);
    journal.record(application, event, Actor.CUSTOMER, customer.accountId());
    applications.flush();
    return application;
  }

  private void reserve(
      Application application, ApplicationItem item, @Nullable Bill bill, String title) {
    if (bill == null) {
      throw StandardProblem.CONFLICT.with();
    }
    Money available = availability.check(bill, title);
    Money wanted = item.amount();
    boolean changed = item.whole() ? !available.equals(wanted) : wanted.isMoreThan(available);
    if (changed) {
      throw Problem.AMOUNT_CHANGED.with(bill.orderNumber(), available.yuan());
    }
    bill.reserve(application.id(), wanted, title, ids::next);
  }

  private Map<UUID, Bill> lockBills(UUID application) {
    return bills.lock(applications.billIds(application)).stream()
        .collect(Collectors.toMap(Bill::id, Function.identity()));
  }

  private Application locked(UUID id, Customer customer) {
    demandOwn(id, customer);
    return reread(id);
  }

  private void demandOwn(UUID id, Customer customer) {
    if (!applications.isOf(customer, id)) {
      throw StandardProblem.NOT_FOUND.with();
    }
  }

  private Application reread(UUID id) {
    return applications.lock(id).orElseThrow(StandardProblem.NOT_FOUND::with);
  }
}
