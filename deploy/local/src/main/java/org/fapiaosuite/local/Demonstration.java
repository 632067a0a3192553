package org.fapiaosuite.local;

import java.io.IOException;
import java.time.Clock;
import org.fapiaosuite.local.demo.DemoCustomer;
import org.fapiaosuite.local.demo.DemoCustomer.DemoDoors;

/**
 * Makes the demonstration customer while the suite serves already. Nothing depends on it: a failure
 * is told, and the next start tries again.
 */
final class Demonstration {
  private final Announcer announcer;
  private final Console console;
  private final DemoCustomer customer;

  Demonstration(Suite suite, Home home, Announcer announcer, Console console, Clock clock)
      throws IOException {
    this.announcer = announcer;
    this.console = console;
    Addresses addresses = suite.addresses();
    DemoDoors doors =
        new DemoDoors(
            addresses.url(Suite.GATEWAY),
            addresses.url(Suite.SIMULATOR),
            addresses.url(Suite.MAILBOX));
    this.customer =
        new DemoCustomer(
            suite.customerPassword(),
            home.data().resolve("demo-customer"),
            clock,
            doors,
            SuiteFile.CLERK,
            suite.staffPassword());
  }

  /** Whether the customer can sign in already. */
  boolean isThere() {
    return customer.exists();
  }

  void begin() {
    Thread thread = new Thread(this::make, "demonstration");
    thread.setDaemon(true);
    thread.start();
  }

  private void make() {
    try {
      customer.make();
      announcer.customerIsThere();
      console.customerIsThere(DemoCustomer.EMAIL);
    } catch (IOException | RuntimeException e) {
      console.problem(
          "The demonstration customer is not complete: "
              + e.getMessage()
              + ". The next start goes on with it.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
