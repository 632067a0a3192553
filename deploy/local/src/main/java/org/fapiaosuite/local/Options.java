package org.fapiaosuite.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The command line of {@code deploy/up}.
 *
 * @param fresh wipe the data first
 * @param demo pay a handful of orders, and make a customer with bills in every state
 * @param portOffset added to every port
 * @param home holds run/ and data/
 * @param train write what makes later starts cheaper when this run is stopped
 * @param infrastructureOnly only database, broker and mailbox, on free ports, for tests
 * @param owner a process whose end ends the suite too
 */
record Options(
    boolean fresh,
    boolean demo,
    int portOffset,
    Path home,
    boolean train,
    boolean infrastructureOnly,
    OptionalLong owner) {
  /** The kernel's own. */
  private static final int PID_LIMIT = 1 << 22;

  static final String USAGE =
      """
      deploy/up [--fresh] [--no-demo] [--port-offset <n>] [--home <folder>] [--train]
        --fresh            wipe the data of earlier runs first
        --no-demo          no demonstration orders and no demonstration customer
        --port-offset <n>  add n to every port, to run beside another suite
        --home <folder>    where run/ and data/ are kept; deploy/local by default
        --train            when this run stops, write class archives anew (the first stop does it by itself)
        A file external.properties in the home with postgres=, postgres.password=, kafka= or smtp=
        (host:port) names servers to use instead of the embedded ones.
      deploy/up status [--home <folder>]
        what runs, and how much memory it takes
      For tests:
        --infrastructure   only database, broker and mailbox, on free ports
        --owner <pid>      stop when this process ends
      """;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options parse(List<String> arguments, Path defaultHome) {
    boolean fresh = false;
    boolean demo = true;
    int portOffset = 0;
    Path home = defaultHome;
    boolean train = false;
    boolean infrastructureOnly = false;
    OptionalLong owner = OptionalLong.empty();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--no-demo" -> demo = false;
        case "--port-offset" ->
            portOffset = number(option, value(option, rest), Ports.LARGEST_OFFSET);
        case "--home" -> home = Path.of(value(option, rest));
        case "--train" -> train = true;
        case "--infrastructure" -> infrastructureOnly = true;
        case "--owner" -> owner = OptionalLong.of(number(option, value(option, rest), PID_LIMIT));
        default -> throw new IllegalArgumentException("Unknown option " + option);
      }
    }
    return new Options(
        fresh,
        demo,
        portOffset,
        home.toAbsolutePath().normalize(),
        train,
        infrastructureOnly,
        owner);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.pop();
  }

  private static int number(String option, String text, int largest) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        option + " must be a number from 0 to " + largest + ", not " + text);
  }
}
