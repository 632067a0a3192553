package org.fapiaosuite.simulator.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fapiaosuite.simulator.orders.Entry.Kind;

/** The book of the platform, in memory; the journal is where it comes back from. */
public final class Ledger {

  private final Map<String, Entry> payments = new LinkedHashMap<>();
  private final Map<String, List<Entry>> refunds = new LinkedHashMap<>();

  public synchronized void add(Entry entry) {
    switch (entry.kind()) {
      case PAYMENT -> payments.put(entry.orderNumber(), entry);
      case REFUND ->
          refunds.computeIfAbsent(entry.orderNumber(), key -> new ArrayList<>(1)).add(entry);
    }
  }

  public synchronized Optional<Entry> payment(String orderNumber) {
    return Optional.ofNullable(payments.get(orderNumber));
  }

  public synchronized List<Entry> payments() {
    return List.copyOf(payments.values());
  }

  public synchronized List<Entry> refunds(String orderNumber) {
    return List.copyOf(refunds.getOrDefault(orderNumber, List.of()));
  }

  /** What has been paid back of an order so far, in fen. */
  public synchronized long refunded(String orderNumber) {
    return refunds(orderNumber).stream().mapToLong(Entry::fen).sum();
  }

  /** The order paid last of which something is left to pay back. */
  public synchronized Optional<Entry> lastRefundable() {
    Entry last = null;
    for (Entry payment : payments.values()) {
      if (payment.fen() > refunded(payment.orderNumber())) {
        last = payment;
      }
    }
    return Optional.ofNullable(last);
  }

  /** What stands on the statement of a day: payments first, each in the order they were booked. */
  public synchronized List<Entry> bookedOn(LocalDate day) {
    List<Entry> booked = new ArrayList<>();
    payments.values().stream().filter(entry -> day.equals(entry.day())).forEach(booked::add);
    refunds.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.kind() == Kind.REFUND && day.equals(entry.day()))
        .filter(entry -> payments.containsKey(entry.orderNumber()))
        .forEach(booked::add);
    return booked;
  }
}
