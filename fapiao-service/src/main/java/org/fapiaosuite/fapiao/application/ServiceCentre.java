package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.DeliveryConfig;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.delivery.PickupCodes;
import org.fapiaosuite.fapiao.delivery.Waybills;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Waybill;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the service centre does with an application, but for issuing it. */
@ApplicationScoped
@Transactional
public class ServiceCentre {

  private final Applications applications;
  private final Bills bills;
  private final Supply supply;
  private final Waybills waybills;
  private final PickupCodes codes;
  private final DeliveryConfig delivery;
  private final Calendars calendars;
  private final ApplicationJournal journal;
  private final Clock clock;

  ServiceCentre(
      Applications applications,
      Bills bills,
      Supply supply,
      Waybills waybills,
      PickupCodes codes,
      DeliveryConfig delivery,
      Calendars calendars,
      ApplicationJournal journal,
      Clock clock) {
    this.applications = applications;
    this.bills = bills;
    this.supply = supply;
    this.waybills = waybills;
    this.codes = codes;
    this.delivery = delivery;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes it on; without stock it waits. */
  public Application accept(UUID id, String staff, @Nullable String ifMatch) {
    Application application = act(id, staff, ifMatch, Application::accept);
    supply.provide(application);
    applications.flush();
    return application;
  }

  /** Refuses it; what it reserved is free again. */
  public Application reject(UUID id, String reason, String staff, @Nullable String ifMatch) {
    List<Bill> held = bills.lock(applications.billIds(id));
    return act(
        id,
        staff,
        ifMatch,
        application -> {
          Optional<ApplicationEvent> event = application.reject(reason);
          if (event.isPresent()) {
            held.forEach(bill -> bill.release(id));
            supply.giveUp(application);
          }
          return event;
        });
  }

  /** Gives it to a courier. */
  public Application mailOut(
      UUID id, Carrier carrier, Waybill waybill, String staff, @Nullable String ifMatch) {
    return act(
        id,
        staff,
        ifMatch,
        application -> {
          if (isHere(application)) {
            application.demandValid();
          }
          if (isHere(application) && !application.delivery().method().isCourier()) {
            throw Problem.OTHER_DELIVERY.with();
          }
          List<Warning> warnings = new ArrayList<>();
          if (!waybills.looksRight(carrier, waybill)) {
            warnings.add(Warning.of("waybill", "shipment.waybill"));
          }
          if (carrier != chosen(application.delivery().method())) {
            warnings.add(Warning.of("other-carrier", "shipment.carrier"));
          }
          return application.mailOut(
              new Shipment(carrier, waybill.text(), clock.instant()),
              waybills.trackingUrl(carrier, waybill),
              warnings);
        });
  }

  /** Makes it ready for its collector at the branch, for some working days. */
  public Application makeReady(UUID id, String staff, @Nullable String ifMatch) {
    LocalDate until =
        calendars
            .now()
            .days()
            .after(
                LocalDate.ofInstant(clock.instant(), Promise.CHINA),
                delivery.pickup().workingDays());
    return act(
        id,
        staff,
        ifMatch,
        application -> {
          if (isHere(application)) {
            application.demandValid();
          }
          if (isHere(application) && application.delivery().method() != DeliveryMethod.PICKUP) {
            throw Problem.OTHER_DELIVERY.with();
          }
          return application.makeReady(delivery.branch().name(), until);
        });
  }

  /**
   * Hands it over at the branch.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the code is not that of the mail
   */
  public Application handOver(UUID id, String code, String staff, @Nullable String ifMatch) {
    return act(
        id,
        staff,
        ifMatch,
        application -> {
          if (application.status() == ApplicationStatus.READY_FOR_PICKUP) {
            application.demandValid();
          }
          if (application.status() == ApplicationStatus.READY_FOR_PICKUP
              && !codes.isRight(id, code)) {
            throw StandardProblem.VALIDATION.with().violation("code", "violation.pickup-code");
          }
          return application.handOver(clock.instant());
        });
  }

  /** Notes what became of the parcel. */
  public Application recordOutcome(
      UUID id, DeliveryOutcome outcome, String staff, @Nullable String ifMatch) {
    return act(
        id, staff, ifMatch, application -> application.recordOutcome(outcome, clock.instant()));
  }

  /** True while the service centre has the paper in its hands. */
  private static boolean isHere(Application application) {
    return application.status() == ApplicationStatus.ISSUED
        || application.status() == ApplicationStatus.RETURNED;
  }

  private Application act(
      UUID id,
      String staff,
      @Nullable String ifMatch,
      Function<Application, Optional<ApplicationEvent>> action) {
    Application application = applications.lock(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    if (application.status() == ApplicationStatus.DRAFT) {
      throw StandardProblem.NOT_FOUND.with();
    }
    application.demandUnclaimed(staff, clock.instant());
    int version = application.version();
    Optional<ApplicationEvent> event = action.apply(application);
    if (event.isPresent()) {
      Versions.check(ifMatch, version);
    }
    journal.record(application, event, Actor.SERVICE_CENTRE, staff);
    applications.flush();
    return application;
  }

  private static @Nullable Carrier chosen(DeliveryMethod method) {
    return switch (method) {
      case YUNDA -> Carrier.YUNDA;
      case SF_COLLECT -> Carrier.SF;
      case PICKUP, EMAIL -> null;
    };
  }
}
