package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationJournal;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.RedReason;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.correction.CorrectionLocks.Locked;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.Stock;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.identity.Ids;

/** What a void or a red letter does, once it exists: to the Fapiao, its bills, its stock. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reversal {

  private final Fapiaos fapiaos;
  private final Corrections corrections;
  private final CorrectionRules rules;
  private final Stock stock;
  private final ApplicationJournal journal;
  private final Ids ids;
  private final Clock clock;

  Reversal(
      Fapiaos fapiaos,
      Corrections corrections,
      CorrectionRules rules,
      Stock stock,
      ApplicationJournal journal,
      Ids ids,
      Clock clock) {
    this.fapiaos = fapiaos;
    this.corrections = corrections;
    this.rules = rules;
    this.stock = stock;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** Takes an approved correction into effect. */
  void complete(Locked locked, Correction correction, ActAtBureau act, String staff) {
    Map<UUID, Money> taken = taken(locked, correction.plan().amount());
    switch (correction.plan().kind()) {
      case VOID -> declareVoid(locked, correction, act, taken, staff);
      case RED_LETTER -> redLetter(locked, correction, act, taken, staff);
    }
    String title = locked.application().buyer().key();
    for (Bill bill : locked.bills()) {
      Money amount = taken.getOrDefault(bill.id(), Money.ZERO);
      if (!amount.isZero()) {
        bill.reverse(locked.application().id(), amount, title, ids::next);
      }
    }
    if (fapiaos.ofApplication(locked.application().id()).stream().allMatch(Fapiao::isReversed)) {
      locked.application().reversed();
    }
  }

  private void declareVoid(
      Locked locked, Correction correction, ActAtBureau act, Map<UUID, Money> taken, String staff) {
    Application application = locked.application();
    Fapiao fapiao = locked.fapiao();
    fapiao.declareVoid();
    correction.complete(act, null, taken, staff, clock.instant());
    tell(
        application,
        new ApplicationEvent.Voided(
            application.id(),
            application.accountId(),
            application.orderNumbers(),
            fapiao.told(),
            Amount.of(fapiao.total().gross()),
            act.on()),
        staff);
  }

  private void redLetter(
      Locked locked, Correction correction, ActAtBureau act, Map<UUID, Money> taken, String staff) {
    Application application = locked.application();
    Fapiao fapiao = locked.fapiao();
    LegalNumber number = Objects.requireNonNull(act.number());
    rules.checkNumber(fapiao, number);
    Fapiao red =
        fapiao.redLetter(
            ids.next(),
            fapiaos.nextPosition(application.id()),
            number,
            act.on(),
            fapiao.part(correction.plan().amount()),
            clock.instant());
    fapiaos.persistAndFlush(red);
    correction.complete(act, red.id(), taken, staff, clock.instant());
    List<PrintedNumber> outside =
        stock.issued(application.id(), fapiao.kind(), List.of(red.printed()), Money.ZERO, act.on());
    application.warnOfNumbers(outside.stream().map(PrintedNumber::number).toList());
    tell(
        application,
        new ApplicationEvent.RedLettered(
            application.id(),
            application.accountId(),
            application.orderNumbers(),
            fapiao.told(),
            red.told(),
            Amount.of(red.total().gross()),
            Amount.of(fapiao.left().gross()),
            RedReason.valueOf(correction.plan().reason())),
        staff);
  }

  private Map<UUID, Money> taken(Locked locked, Money amount) {
    Fapiao fapiao = locked.fapiao();
    Map<UUID, Money> covered =
        Coverage.of(
            fapiao, fapiaos.ofApplication(locked.application().id()), locked.application().items());
    Map<UUID, Money> deficits =
        locked.bills().stream().collect(Collectors.toMap(Bill::id, Bill::deficit));
    return Coverage.take(
        amount, Coverage.less(covered, corrections.takenFrom(fapiao.id())), deficits);
  }

  private void tell(Application application, ApplicationEvent event, String staff) {
    journal.record(application, Optional.of(event), Actor.SERVICE_CENTRE, staff);
  }
}
