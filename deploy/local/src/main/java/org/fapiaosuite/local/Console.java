package org.fapiaosuite.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.fapiaosuite.local.children.LogFile;
import org.fapiaosuite.local.demo.DemoCustomer;

/** What the user sees. */
final class Console {
  private static final int LOG_LINES = 25;
  private static final int LOG_COLUMNS = 400;
  private final PrintStream out;
  private final Clock clock;
  private final long start = System.nanoTime();

  Console(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void serves(String name, Duration took, boolean again) {
    if (again) {
      event(name + " serves again after " + seconds(took));
    } else {
      out.printf(
          "  %-13s ready  %6s%n", name, seconds(Duration.ofNanos(System.nanoTime() - start)));
    }
  }

  void died(String name, String how) {
    event(name + " ended unexpectedly (" + how + "), starting it again");
  }

  void silent(String name, Duration since, Path threads) {
    event(
        name
            + " has not answered for "
            + seconds(since)
            + ", starting it again; its threads are in "
            + threads);
  }

  void rebuilt(String name) {
    event(name + " was rebuilt, starting it again");
  }

  void problem(String message) {
    event(message);
  }

  void failure(String name, String message, Path log) {
    out.println();
    out.println(name + " does not start: " + message + ". The end of " + log + ":");
    for (String line : new LogFile(log).tail(LOG_LINES)) {
      out.println("  | " + line.substring(0, Math.min(line.length(), LOG_COLUMNS)));
    }
  }

  /**
   * Where everything is.
   *
   * @param customer the demonstration customer; empty without demonstration
   */
  void table(Suite suite, Home home, Optional<Demonstration> customer) throws IOException {
    out.println();
    Addresses addresses = suite.addresses();
    row("Portal and API", addresses.url(Suite.GATEWAY));
    if (addresses.isEmbedded(Ports.SMTP)) {
      row("Mailbox", addresses.url(Suite.MAILBOX));
    }
    row("Payment platform", addresses.url(Suite.SIMULATOR));
    row("Identity provider", addresses.url(Suite.IDENTITY_PROVIDER));
    row("Admin center, demo", addresses.url(Suite.ADMIN_CENTER));
    Suite.SERVICES.forEach(name -> row(name, addresses.url(name)));
    row("PostgreSQL", addresses.address(Suite.POSTGRES));
    row("Kafka", addresses.address(Suite.KAFKA));
    row("SMTP", addresses.address(Ports.SMTP));
    row("Logs", home.log("*").toString());
    row("For scripts", home.suiteFile().toString());
    out.println();
    String password = suite.staffPassword();
    SuiteFile.STAFF.forEach((email, role) -> row("Staff, " + role, email + "  " + password));
    if (customer.isPresent()) {
      row("Customer, demo", DemoCustomer.EMAIL + "  " + suite.customerPassword());
    }
    out.println();
    out.printf(
        "Ready after %s. Ctrl-C stops everything.%n",
        seconds(Duration.ofNanos(System.nanoTime() - start)));
    out.println("Open " + addresses.url(Suite.GATEWAY) + "/");
    if (customer.isPresent() && !customer.get().isThere()) {
      out.println("The demo customer's bills are being made; a line tells when they are there.");
    }
  }

  void customerIsThere(String email) {
    event("the demo customer " + email + " can sign in, with a bill in every state");
  }

  void stopping(boolean training) {
    out.println(
        training
            ? "Stopping; this once with class archives, so that later starts take half the time ..."
            : "Stopping ...");
  }

  void stopped() {
    out.println("Stopped.");
  }

  private void event(String text) {
    out.println(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + "  " + text);
  }

  private void row(String what, String value) {
    out.printf("  %-18s %s%n", what, value);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
