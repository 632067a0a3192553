package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;

/**
 * What applications take of the stock: in the transaction in which they change, and after their own
 * lock. First come, first served, by the moment they were due before they had to wait.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Stock {

  private final Capacities capacities;
  private final StockHolds holds;
  private final StockNumbers numbers;
  private final Shelf shelf;
  private final IssuedNumbers issuedNumbers;
  private final OutOfUse outOfUse;

  Stock(
      Capacities capacities,
      StockHolds holds,
      StockNumbers numbers,
      Shelf shelf,
      IssuedNumbers issuedNumbers,
      OutOfUse outOfUse) {
    this.capacities = capacities;
    this.holds = holds;
    this.numbers = numbers;
    this.shelf = shelf;
    this.issuedNumbers = issuedNumbers;
    this.outOfUse = outOfUse;
  }

  /** True when an application has taken something, or waits for it. */
  public boolean knows(UUID application) {
    return holds.kindOf(application).isPresent();
  }

  /**
   * Takes what an accepted application needs.
   *
   * @param place when it is due: who is due earlier comes first
   * @return false when it has to wait
   */
  public boolean take(UUID application, FapiaoKind kind, StockNeed need, Instant place) {
    Capacity capacity = capacities.lock(kind);
    StockHold hold = new StockHold(application, kind, need, place);
    boolean served = shelf.serve(hold, capacity);
    holds.persistAndFlush(hold);
    outOfUse.review(kind);
    return served;
  }

  /** Serves an application that waits, if it is its turn and there is enough. */
  public boolean serve(UUID application) {
    Optional<FapiaoKind> kind = holds.kindOf(application);
    if (kind.isEmpty()) {
      return false;
    }
    Capacity capacity = capacities.lock(kind.get());
    StockHold hold = holds.findById(application);
    boolean served = hold != null && hold.isWaiting() && shelf.serve(hold, capacity);
    if (served) {
      outOfUse.review(kind.get());
    }
    return served;
  }

  /** Keeps the notice of a kind true to who waits for it, and until when. */
  public void reviewNotice(FapiaoKind kind) {
    capacities.lock(kind);
    outOfUse.review(kind);
  }

  /** Gives back what an application holds, or its place; it will not be issued. */
  public void giveUp(UUID application) {
    locked(application)
        .ifPresent(
            hold -> {
              shelf.giveBack(application);
              holds.delete(hold);
              outOfUse.review(hold.kind());
            });
  }

  /** An application needs less than before. */
  public void shrink(UUID application, StockNeed need) {
    locked(application)
        .ifPresent(
            hold -> {
              hold.resize(need);
              shelf.giveBackBeyond(application, need.numbers());
            });
  }

  /** The numbers that are held for an application, in the order of use. */
  @Transactional
  public List<PrintedNumber> heldFor(UUID application) {
    return numbers.heldFor(application).stream().map(TakenNumber::printed).toList();
  }

  /** True when a copy with that number was registered as spoilt. */
  public boolean isSpoilt(PrintedNumber number) {
    return issuedNumbers.isSpoilt(number);
  }

  /**
   * Notes under which numbers an application was issued; what it held beside them is free again.
   *
   * @param issuedOn the latest date on its Fapiao
   * @return the numbers that stand in none of the kind's ranges; none where no ranges are kept
   */
  public List<PrintedNumber> issued(
      UUID application,
      FapiaoKind kind,
      List<PrintedNumber> printed,
      Money net,
      LocalDate issuedOn) {
    capacities.lock(kind);
    List<PrintedNumber> outside = issuedNumbers.note(application, kind, printed, net, issuedOn);
    holds.deleteById(application);
    outOfUse.review(kind);
    return outside;
  }

  /** The hold of an application, read after its kind is locked. */
  private Optional<StockHold> locked(UUID application) {
    return holds
        .kindOf(application)
        .map(
            kind -> {
              capacities.lock(kind);
              return holds.findById(application);
            });
  }
}
