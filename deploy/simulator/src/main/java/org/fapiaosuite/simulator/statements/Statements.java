package org.fapiaosuite.simulator.statements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.simulator.orders.Entry;
import org.fapiaosuite.simulator.orders.Ledger;

/** The statements of all days, computed when they are asked for, unless one was replaced. */
public final class Statements {

  private final Ledger ledger;
  private final Clock clock;
  private final Map<LocalDate, Statement> replaced = new HashMap<>();

  public Statements(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether a day is over in Shanghai, so that its statement can be made. */
  public boolean isMade(LocalDate day) {
    return day.isBefore(clock.instant().atZone(Entry.SHANGHAI).toLocalDate());
  }

  /**
   * The statement of a day; empty when there was no trade.
   *
   * @param offBy fen by which its total is wrong, 0 for a right one
   */
  public synchronized Optional<Statement> of(LocalDate day, long offBy) {
    Statement other = replaced.get(day);
    if (other != null) {
      return Optional.of(other);
    }
    List<Entry> entries = ledger.bookedOn(day);
    return entries.isEmpty() ? Optional.empty() : Optional.of(Statement.of(entries, ledger, offBy));
  }

  /** Serves this file, whatever is in it, instead of the computed one. */
  public synchronized void replace(LocalDate day, byte[] csv) {
    replaced.put(day, Statement.of(csv));
  }

  /** Goes back to the computed one. */
  public synchronized void restore(LocalDate day) {
    replaced.remove(day);
  }
}
