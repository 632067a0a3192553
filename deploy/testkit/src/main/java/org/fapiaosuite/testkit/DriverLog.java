package org.fapiaosuite.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens, while it is open, to what the PostgreSQL driver sends. A round trip ends with a Sync,
 * and a BEGIN goes with the statement behind it, so a transaction is seen.
 */
public final class DriverLog extends Handler implements AutoCloseable {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final Predicate<List<String>> wanted;
  private final Map<Thread, List<String>> open = new ConcurrentHashMap<>();
  private final List<List<String>> roundTrips = new CopyOnWriteArrayList<>();
  private final Level before = DRIVER.getLevel();

  private DriverLog(Predicate<List<String>> wanted) {
    this.wanted = wanted;
  }

  /** Round trips in which the text is a value. */
  public static DriverLog of(String value) {
    return listening(sent -> sent.stream().anyMatch(message -> message.contains(value)));
  }

  /** Round trips on the threads of requests; the relay and its like have threads of their own. */
  public static DriverLog ofRequests() {
    return listening(sent -> Thread.currentThread().getName().startsWith("executor-thread"));
  }

  private static DriverLog listening(Predicate<List<String>> wanted) {
    DriverLog log = new DriverLog(wanted);
    log.setLevel(Level.ALL);
    DRIVER.setLevel(Level.ALL);
    DRIVER.addHandler(log);
    return log;
  }

  /** How many statements each round trip had. */
  public List<Long> statements() {
    return roundTrips.stream()
        .map(sent -> sent.stream().filter(one -> one.contains("FE=> Execute(")).count())
        .toList();
  }

  @Override
  public void publish(LogRecord logged) {
    String message = String.valueOf(logged.getMessage());
    if (!message.contains("FE=>")) {
      return;
    }
    List<String> sent = open.computeIfAbsent(Thread.currentThread(), thread -> new ArrayList<>());
    sent.add(message);
    if (message.contains("FE=> Sync")) {
      open.remove(Thread.currentThread());
      if (wanted.test(sent)) {
        roundTrips.add(sent);
      }
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    DRIVER.removeHandler(this);
    DRIVER.setLevel(before);
  }

  @Override
  public String toString() {
    return roundTrips.toString();
  }
}
