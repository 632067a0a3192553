package org.fapiaosuite.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import org.fapiaosuite.simulator.api.Calls;
import org.fapiaosuite.simulator.api.Door;

/** Starts the platform and its REST interface. */
public final class Simulator implements AutoCloseable {

  private final Platform platform;
  private final Door door;

  private Simulator(Arguments arguments) throws IOException {
    platform =
        new Platform(
            arguments.data(),
            arguments.receiver(),
            arguments.secrets(),
            new SecureRandom(),
            Clock.systemUTC());
    door = new Door(new InetSocketAddress(arguments.host(), arguments.port()), new Calls(platform));
    if (arguments.demo()) {
      platform.payDemoOrders();
    }
    platform.start(arguments.senders());
  }

  /** Starts with a command line; {@link Arguments#USAGE} tells what it may say. */
  static Simulator start(String... words) throws IOException {
    return new Simulator(Arguments.parse(words));
  }

  int port() {
    return door.port();
  }

  /** Runs until it is told to end. */
  public static void main(String... words) throws IOException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(words);
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage());
      System.err.print(Arguments.USAGE);
      System.exit(2);
      return;
    }
    Simulator simulator = new Simulator(arguments);
    System.out.println("payment platform on http://" + arguments.host() + ":" + simulator.port());
    if (arguments.exitOnStdinEof()) {
      while (System.in.read() >= 0) {
        // whatever the parent writes only shows that it lives
      }
      System.exit(0);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    platform.close();
  }
}
