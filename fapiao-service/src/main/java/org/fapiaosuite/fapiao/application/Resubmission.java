package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.identity.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Hands over once more what an application asked for, after a Fapiao of it was reversed: a new
 * application with a promise of its own. The caller has locked the bills and the former one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Resubmission {

  private final Applications applications;
  private final DraftRules rules;
  private final BuyerRules buyers;
  private final FapiaoLimits limits;
  private final Calendars calendars;
  private final ApplicationJournal journal;
  private final Ids ids;
  private final Clock clock;

  Resubmission(
      Applications applications,
      DraftRules rules,
      BuyerRules buyers,
      FapiaoLimits limits,
      Calendars calendars,
      ApplicationJournal journal,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.rules = rules;
    this.buyers = buyers;
    this.limits = limits;
    this.calendars = calendars;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Submits it.
   *
   * @param reissueOf the Fapiao that is reversed
   * @param amounts what is asked for of each bill, at most what is left of it
   * @param sent another buyer; null for the same one
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the buyer is not acceptable, 409
   *     when a bill is on hold
   */
  public Application submit(
      Application former,
      UUID reissueOf,
      Map<UUID, Money> amounts,
      List<Bill> bills,
      @Nullable BuyerData sent,
      String staff) {
    demandFree(bills);
    Draft draft = draft(former, amounts, bills, sent);
    Instant now = clock.instant();
    Application again = new Application(ids.next(), former.accountId(), draft, now);
    Calendars.Snapshot calendar = calendars.now();
    Optional<ApplicationEvent> event =
        again.reissue(reissueOf, former.id(), calendar.promise(now), calendar.revision(), now);
    applications.persistAndFlush(again);
    for (Bill bill : bills) {
      Money amount = amounts.getOrDefault(bill.id(), Money.ZERO);
      if (!amount.isZero()) {
        bill.reserveAgain(again.id(), amount, former.buyer().key(), draft.buyer().key(), ids::next);
      }
    }
    journal.record(again, event, Actor.SERVICE_CENTRE, staff);
    journal.record(
        former,
        Optional.of(
            new ApplicationEvent.Replaced(
                former.id(), former.accountId(), former.orderNumbers(), again.id())),
        Actor.SERVICE_CENTRE,
        staff);
    return again;
  }

  private static void demandFree(List<Bill> bills) {
    for (Bill bill : bills) {
      BlockReason reason = bill.block();
      if (reason != null) {
        throw Problem.NOT_INVOICEABLE.with(bill.orderNumber(), reason).state(reason);
      }
    }
  }

  private Draft draft(
      Application former, Map<UUID, Money> amounts, List<Bill> bills, @Nullable BuyerData sent) {
    List<Warning> warnings = new ArrayList<>();
    Violations violations = new Violations();
    Buyer buyer = former.buyer();
    PayerEvidence evidence = former.evidence();
    if (sent != null) {
      Optional<Buyer> checked = buyers.check(sent, "buyer", violations, warnings);
      buyers.checkFor(former.type(), former.medium(), sent, "buyer", violations);
      if (former.purpose().demandsPayerAsTitle()) {
        List<String> payers = bills.stream().map(Bill::payerName).toList();
        evidence = rules.comparePayers(sent.name(), payers, violations);
      }
      violations.throwIfAny();
      buyer = checked.orElseThrow();
    }
    List<ApplicationItem> items = items(former, amounts);
    FapiaoPlan plan =
        FapiaoPlan.of(
            items.stream().map(ApplicationItem::line).toList(), limits.ceiling(former.medium()));
    return new Draft(
        former.customerId(),
        former.type(),
        former.medium(),
        former.purpose(),
        buyer,
        former.delivery(),
        items,
        plan.total(),
        evidence,
        warnings);
  }

  private static List<ApplicationItem> items(Application former, Map<UUID, Money> amounts) {
    return former.items().stream()
        .map(item -> item.withAmount(amounts.getOrDefault(item.billId(), Money.ZERO)))
        .filter(item -> !item.amount().isZero())
        .toList();
  }
}
