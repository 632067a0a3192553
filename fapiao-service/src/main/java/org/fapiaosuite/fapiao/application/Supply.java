package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.Queue;
import org.fapiaosuite.fapiao.stock.Stock;
import org.fapiaosuite.fapiao.stock.StockNeed;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;

/**
 * Gives applications what they need of the stock, lets them wait while there is none, and takes
 * them up again. The caller has locked the application.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Supply {

  private final Stock stock;
  private final Queue queue;
  private final FapiaoLimits limits;
  private final Calendars calendars;
  private final ApplicationJournal journal;
  private final Clock clock;

  Supply(
      Stock stock,
      Queue queue,
      FapiaoLimits limits,
      Calendars calendars,
      ApplicationJournal journal,
      Clock clock) {
    this.stock = stock;
    this.queue = queue;
    this.limits = limits;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes what an application that was just accepted needs; one that finds too little waits. */
  void provide(Application application) {
    if (application.status() != ApplicationStatus.IN_PROCESS || stock.knows(application.id())) {
      return;
    }
    boolean served =
        stock.take(
            application.id(),
            application.kind(),
            need(application),
            Objects.requireNonNull(application.queuedAt()));
    if (!served) {
      await(application);
    }
  }

  /** Lets an application wait when it is among those that do, and tells it until when. */
  void await(Application application) {
    queue.of(application.kind()).stream()
        .filter(waiting -> waiting.application().equals(application.id()))
        .findFirst()
        .ifPresent(
            waiting ->
                journal.record(
                    application,
                    application.waitForStock(waiting.expectedAt()),
                    Actor.SYSTEM,
                    null));
  }

  /** Takes up an application that waits, if it is its turn and there is enough for it. */
  boolean takeUp(Application application) {
    if (!stock.serve(application.id())) {
      return false;
    }
    if (application.status() == ApplicationStatus.WAITING_FOR_STOCK) {
      Calendars.Snapshot calendar = calendars.now();
      journal.record(
          application,
          application.takeUp(
              calendar.promise(clock.instant()), calendar.revision(), clock.instant()),
          Actor.SYSTEM,
          null);
    }
    return true;
  }

  /** It will not be issued: what it holds is for others. */
  void giveUp(Application application) {
    stock.giveUp(application.id());
  }

  /** A refund made it smaller. */
  void shrink(Application application) {
    stock.shrink(application.id(), need(application));
  }

  /** The issuer refused an application; without stock it waits again. */
  public void refused(Application application) {
    if (application.status() == ApplicationStatus.IN_PROCESS) {
      await(application);
    }
  }

  /**
   * Notes the numbers under which an application was issued.
   *
   * @param issuedOn the latest date on its Fapiao
   */
  public void issued(Application application, List<PrintedNumber> printed, LocalDate issuedOn) {
    List<PrintedNumber> outside =
        stock.issued(
            application.id(), application.kind(), printed, application.total().net(), issuedOn);
    application.warnOfNumbers(outside.stream().map(PrintedNumber::number).toList());
  }

  /** The numbers to issue an application with; none when none are kept, or it holds none. */
  @Transactional
  public List<PrintedNumber> numbersFor(Application application) {
    return stock.heldFor(application.id());
  }

  /** What an application needs of the stock. */
  public StockNeed need(Application application) {
    FapiaoPlan plan = FapiaoPlan.of(application.lines(), limits.ceiling(application.medium()));
    return new StockNeed(plan.parts().size(), application.total().net());
  }
}
