package org.fapiaosuite.fapiao.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;

/**
 * Finds the numbers that were issued among those that are kept. A clerk may have taken another form
 * than the one that was proposed: what was printed is the truth, and the others make do.
 */
@ApplicationScoped
class IssuedNumbers {

  private final NumberRanges ranges;
  private final StockNumbers numbers;
  private final Shelf shelf;
  private final Quotas quotas;

  IssuedNumbers(NumberRanges ranges, StockNumbers numbers, Shelf shelf, Quotas quotas) {
    this.ranges = ranges;
    this.numbers = numbers;
    this.shelf = shelf;
    this.quotas = quotas;
  }

  /** Notes them; those that stand in no range are answered, if the kind has ranges. */
  List<PrintedNumber> note(
      UUID application,
      FapiaoKind kind,
      List<PrintedNumber> printed,
      Money net,
      LocalDate issuedOn) {
    List<PrintedNumber> outside = new ArrayList<>();
    List<UUID> bereft = new ArrayList<>();
    for (PrintedNumber number : printed) {
      Optional<NumberRange> range = rangeOf(number);
      if (range.isEmpty()) {
        outside.add(number);
      } else {
        issue(range.get(), Long.parseLong(number.number()), application).ifPresent(bereft::add);
      }
    }
    // what it held and did not use goes to those whose numbers it used, the rest is free again
    Iterator<UUID> others = bereft.iterator();
    List<TakenNumber> unused = new ArrayList<>();
    for (TakenNumber number : numbers.heldFor(application)) {
      if (others.hasNext()) {
        numbers.hand(number, others.next());
      } else {
        unused.add(number);
      }
    }
    shelf.giveBack(unused);
    others.forEachRemaining(shelf::replace);
    quotas.add(kind, net, issuedOn);
    return ranges.exist(kind) ? outside : List.of();
  }

  boolean isSpoilt(PrintedNumber number) {
    return rangeOf(number)
        .flatMap(range -> numbers.find(range, Long.parseLong(number.number())))
        .filter(known -> known.state() == TakenNumber.State.SPOILT)
        .isPresent();
  }

  /** The application that the number was held for, if it was another one. */
  private Optional<UUID> issue(NumberRange range, long number, UUID application) {
    Optional<TakenNumber> known = numbers.find(range, number);
    if (known.isEmpty()) {
      range.take(number);
    }
    numbers.issue(range, number, application);
    return known
        .filter(before -> before.state() == TakenNumber.State.HELD)
        .map(TakenNumber::application)
        .filter(holder -> !holder.equals(application));
  }

  private Optional<NumberRange> rangeOf(PrintedNumber number) {
    String code = number.code();
    return code == null ? Optional.empty() : ranges.covering(code, Long.parseLong(number.number()));
  }
}
