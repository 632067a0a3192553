package org.fapiaosuite.fapiao.application.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Shipment;
import org.fapiaosuite.fapiao.application.Supply;
import org.fapiaosuite.fapiao.application.WorkClaim;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.delivery.Waybills;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.Notices;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.rest.NoticeView;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.fapiao.wording.WarningView;
import org.fapiaosuite.kernel.Waybill;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jspecify.annotations.Nullable;

/** Shows applications in the caller's language, with what is computed from them. */
@ApplicationScoped
public class ApplicationViews {

  private final Calendars calendars;
  private final Supply supply;
  private final Notices notices;
  private final FapiaoLimits limits;
  private final Waybills waybills;
  private final CallerLanguage language;
  private final Clock clock;

  ApplicationViews(
      Calendars calendars,
      Supply supply,
      Notices notices,
      FapiaoLimits limits,
      Waybills waybills,
      CallerLanguage language,
      Clock clock) {
    this.calendars = calendars;
    this.supply = supply;
    this.notices = notices;
    this.limits = limits;
    this.waybills = waybills;
    this.language = language;
    this.clock = clock;
  }

  /** An application on its own, a draft with the moment it would be due. */
  public ApplicationView of(Application application) {
    return view(
        application,
        BuyerData.of(application.buyer()),
        application.customersWarnings(),
        application.status() == ApplicationStatus.DRAFT
            ? calendars.now().promise(clock.instant())
            : null,
        notices(application),
        null,
        null);
  }

  /** An application in a list, which asks nothing more of the database. */
  public ApplicationView listed(Application application) {
    return view(
        application,
        BuyerData.of(application.buyer()),
        application.customersWarnings(),
        null,
        null,
        null,
        null);
  }

  /** For staff who work with it. */
  public ApplicationView forStaff(Application application) {
    return view(
        application,
        BuyerData.of(application.buyer()),
        application.warnings(),
        null,
        null,
        application.claim(clock.instant()),
        null);
  }

  /** For staff who issue it: with the numbers that are kept for it. */
  public ApplicationView toWorkOn(Application application) {
    return view(
        application,
        BuyerData.of(application.buyer()),
        application.warnings(),
        null,
        null,
        application.claim(clock.instant()),
        numbers(application));
  }

  /** For staff who may look but have no use for account numbers. */
  public ApplicationView masked(Application application) {
    return view(
        application,
        BuyerData.masked(application.buyer()),
        application.warnings(),
        null,
        null,
        application.claim(clock.instant()),
        null);
  }

  private ApplicationView view(
      Application application,
      BuyerData buyer,
      List<Warning> warnings,
      @Nullable Promise preview,
      @Nullable List<NoticeView> notices,
      @Nullable WorkClaim claim,
      @Nullable List<ApplicationView.ProposedNumber> numbers) {
    Instant due = preview == null ? application.dueAt() : preview.dueAt();
    return new ApplicationView(
        application.id(),
        application.status(),
        application.items().stream().map(ApplicationView.Item::of).toList(),
        application.type(),
        application.medium(),
        application.purpose(),
        buyer,
        DeliveryData.of(application.delivery()),
        Amount.of(application.total().net()),
        Amount.of(application.total().tax()),
        Amount.of(application.amount()),
        fapiaoCount(application),
        due,
        application.expectedIssueAt(),
        preview == null ? application.provisional() : preview.provisional(),
        application.isOverdue(clock.instant()),
        WarningView.of(warnings, language.locale()),
        application.evidence(),
        shipment(application.shipment()),
        application.pickupUntil(),
        notices,
        numbers,
        application.createdAt(),
        application.submittedAt(),
        application.reissueOf(),
        claim == null ? null : claim.by(),
        claim == null ? null : claim.until());
  }

  /** What whoever hands it over should know: that it may have to wait. */
  private @Nullable List<NoticeView> notices(Application application) {
    return switch (application.status()) {
      case DRAFT, SUBMITTED ->
          NoticeView.of(notices.concerning(application.kind()), language.locale());
      default -> null;
    };
  }

  private @Nullable List<ApplicationView.ProposedNumber> numbers(Application application) {
    List<PrintedNumber> held = supply.numbersFor(application);
    return held.isEmpty()
        ? null
        : held.stream()
            .map(
                number ->
                    new ApplicationView.ProposedNumber(
                        Objects.requireNonNull(number.code()), number.number()))
            .toList();
  }

  private int fapiaoCount(Application application) {
    return FapiaoPlan.of(application.lines(), limits.ceiling(application.medium())).parts().size();
  }

  private ApplicationView.@Nullable ShipmentView shipment(@Nullable Shipment shipment) {
    return shipment == null
        ? null
        : new ApplicationView.ShipmentView(
            shipment.carrier(),
            shipment.waybill(),
            waybills.trackingUrl(shipment.carrier(), new Waybill(shipment.waybill())),
            shipment.mailedOutAt());
  }
}
