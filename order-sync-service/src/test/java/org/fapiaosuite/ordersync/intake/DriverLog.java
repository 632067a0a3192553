package org.fapiaosuite.ordersync.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to what the PostgreSQL driver sends on behalf of requests while it is open. */
final class DriverLog extends Handler implements AutoCloseable {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final Level before = DRIVER.getLevel();

  private DriverLog() {}

  /** Statements on the threads of requests; the relay and its like have threads of their own. */
  static DriverLog ofRequests() {
    DriverLog log = new DriverLog();
    log.setLevel(Level.ALL);
    DRIVER.setLevel(Level.ALL);
    DRIVER.addHandler(log);
    return log;
  }

  int statements() {
    return sent.size();
  }

  @Override
  public void publish(LogRecord logged) {
    String message = String.valueOf(logged.getMessage());
    if (message.contains("FE=> Execute(")
        && Thread.currentThread().getName().startsWith("executor-thread")) {
      sent.add(message);
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
    return sent.toString();
  }
}
