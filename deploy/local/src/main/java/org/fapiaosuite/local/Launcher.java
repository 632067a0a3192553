package org.fapiaosuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fapiaosuite.local.children.ChildFailedException;
import org.fapiaosuite.local.children.ChildSpec;
import org.fapiaosuite.local.children.Supervisor;

/** Main of {@code deploy/up}: starts the suite, keeps it alive, stops it. */
public final class Launcher {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LEFTOVERS_STOP_WITHIN = Duration.ofSeconds(20);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

  /** A JVM that writes its archive at the end takes its time. */
  private static final Duration TRAINED = Duration.ofMinutes(1);

  private static final long CHECK_SECONDS = 2;

  private final Options options;
  private final Home home;
  private final Optional<ProcessHandle> owner;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final Console console = new Console(System.out, clock);

  private Launcher(Options options) {
    this.options = options;
    this.home = new Home(options.home());
    this.owner = options.owner().stream().boxed().findFirst().flatMap(ProcessHandle::of);
  }

  public static void main(String[] args) throws Exception {
    Checkout checkout = Checkout.ofThisLauncher();
    try {
      List<String> arguments = List.of(args);
      if (!arguments.isEmpty() && arguments.get(0).equals("status")) {
        List<String> rest = arguments.subList(1, arguments.size());
        Status.print(new Home(Options.parse(rest, checkout.localFolder()).home()), System.out);
      } else {
        new Launcher(Options.parse(arguments, checkout.localFolder())).run(checkout);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    } catch (RefusedException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(Checkout checkout) throws IOException, InterruptedException, RefusedException {
    if (!home.lock()) {
      throw new RefusedException(
          "A suite with the home "
              + home.folder()
              + " is running already.\n"
              + "Stop it first, or give this one another with --home and --port-offset.");
    }
    if (!options.infrastructureOnly()) {
      refuseIfNotBuilt(checkout);
    }
    boolean everything = !options.infrastructureOnly();
    Ports ports =
        everything ? Ports.usual(options.portOffset()) : Ports.free(Suite.INFRASTRUCTURE_PORTS);
    Addresses addresses = new Addresses(ports, External.read(home.external()));
    waitForPorts(addresses);
    home.begin();
    if (options.fresh()) {
      home.wipeData();
    }
    boolean training = everything && trains(checkout);
    Archives archives = new Archives(checkout.archives(), training);
    Suite suite = new Suite(checkout, home, addresses, archives);
    List<ChildSpec> specs = everything ? suite.everything(options.demo()) : suite.infrastructure();
    SuiteFile file = new SuiteFile(home, suite, everything);
    Announcer announcer = new Announcer(console, file);
    Supervisor supervisor = new Supervisor(specs, announcer);
    announcer.pidsFrom(supervisor::pids);
    stopAtExit(supervisor, file, archives, training);
    Optional<Demonstration> demonstration = demonstration(suite, announcer);
    if (demonstration.map(Demonstration::isThere).orElse(false)) {
      file.customerIsThere();
    }
    start(supervisor, announcer);
    archives.allServe();
    if (everything) {
      console.table(suite, home, demonstration);
    }
    demonstration.filter(missing -> !missing.isThere()).ifPresent(Demonstration::begin);
    watch(supervisor);
  }

  /** Empty where it is not wanted, or cannot read the mails it needs. */
  private Optional<Demonstration> demonstration(Suite suite, Announcer announcer)
      throws IOException {
    boolean wanted =
        options.demo() && !options.infrastructureOnly() && suite.addresses().isEmbedded(Ports.SMTP);
    return wanted
        ? Optional.of(new Demonstration(suite, home, announcer, console, clock))
        : Optional.empty();
  }

  private static void refuseIfNotBuilt(Checkout checkout) throws RefusedException {
    List<Path> missing = checkout.jars().stream().filter(Files::notExists).toList();
    if (!missing.isEmpty()) {
      throw new RefusedException("Not built yet, deploy/up builds it: " + missing);
    }
  }

  private void start(Supervisor supervisor, Announcer announcer)
      throws IOException, InterruptedException, RefusedException {
    try {
      supervisor.start(PATIENCE);
      announcer.allServe();
    } catch (ChildFailedException e) {
      for (String name : e.names()) {
        console.failure(name, String.valueOf(e.getMessage()), home.log(name));
      }
      throw new RefusedException("The suite did not start.");
    }
  }

  /** Until this process is asked to stop, or the one it works for ends. */
  private void watch(Supervisor supervisor) throws InterruptedException {
    while (options.owner().isEmpty() || owner.map(ProcessHandle::isAlive).orElse(false)) {
      try {
        supervisor.maintain(clock.instant());
      } catch (IOException e) {
        console.problem(String.valueOf(e));
      }
      TimeUnit.SECONDS.sleep(CHECK_SECONDS);
    }
    System.exit(0);
  }

  /** The first run that somebody starts by hand, and every one that is asked to. */
  private boolean trains(Checkout checkout) {
    boolean firstByHand = options.owner().isEmpty() && Archives.neverTried(checkout.archives());
    return options.train() || firstByHand;
  }

  private void stopAtExit(
      Supervisor supervisor, SuiteFile file, Archives archives, boolean training) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  console.stopping(archives.areComing());
                  try {
                    file.remove();
                    boolean inOrder = supervisor.stop(training ? TRAINED : TIME_TO_STOP);
                    if (inOrder) {
                      archives.keep();
                    }
                  } catch (IOException e) {
                    console.problem(String.valueOf(e.getMessage()));
                  }
                  home.end();
                  console.stopped();
                }));
  }

  /** A launcher that was killed left children that are just stopping; anybody else stays. */
  private void waitForPorts(Addresses addresses) throws InterruptedException, RefusedException {
    boolean leftovers = home.endedUncleanly();
    long deadline = System.nanoTime() + (leftovers ? LEFTOVERS_STOP_WITHIN.toNanos() : 0);
    Map<String, Integer> inUse = addresses.portsInUse();
    while (!inUse.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
      inUse = addresses.portsInUse();
    }
    if (!inUse.isEmpty()) {
      StringBuilder message = new StringBuilder("Another program uses");
      inUse.forEach((name, port) -> message.append("\n  port " + port + " (" + name + ")"));
      throw new RefusedException(
          message.append("\nStop it, or start with --port-offset 100 (or any other).").toString());
    }
  }
}
