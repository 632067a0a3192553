package org.fapiaosuite.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is logged while a test runs. */
final class HeardLog extends Handler implements BeforeEachCallback, AfterEachCallback {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Logger root = Logger.getLogger("");

  /** Whatever was logged until now. */
  String text() {
    return String.join("\n", lines);
  }

  /** The lines with these words. */
  List<String> with(String words) {
    return lines.stream().filter(line -> line.contains(words)).toList();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    setLevel(Level.ALL);
    root.addHandler(this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    root.removeHandler(this);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(formatter.format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
