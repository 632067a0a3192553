package org.fapiaosuite.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** Who listens where, all on 127.0.0.1. */
final class Ports {
  /** Kafka's controller has the highest port. */
  static final int LARGEST_OFFSET = 65_535 - 19_093;

  static final String SMTP = "smtp";
  static final String KAFKA_CONTROLLER = "kafka-controller";

  /** A service's health and metrics are this far above its own port. */
  private static final int MANAGEMENT = 1_100;

  private static final Map<String, Integer> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put(Suite.GATEWAY, 8080);
    USUAL.put(Suite.ACCOUNT, 8081);
    USUAL.put(Suite.ORDER_SYNC, 8082);
    USUAL.put(Suite.FAPIAO, 8083);
    USUAL.put(Suite.NOTIFICATION, 8084);
    USUAL.put(Suite.SIMULATOR, 8090);
    USUAL.put(Suite.IDENTITY_PROVIDER, 8070);
    USUAL.put(Suite.ADMIN_CENTER, 8071);
    USUAL.put(Suite.MAILBOX, 8025);
    USUAL.put(SMTP, 1025);
    USUAL.put(Suite.POSTGRES, 15432);
    USUAL.put(Suite.KAFKA, 19092);
    USUAL.put(KAFKA_CONTROLLER, 19093);
    for (String name : Suite.MANAGED) {
      USUAL.put(management(name), Objects.requireNonNull(USUAL.get(name)) + MANAGEMENT);
    }
  }

  private final Map<String, Integer> ports;

  private Ports(Map<String, Integer> ports) {
    this.ports = ports;
  }

  /** What the listener for health and metrics of a service is called. */
  static String management(String name) {
    return name + "-management";
  }

  /** The ports the documentation names, moved by an offset. */
  static Ports usual(int offset) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    USUAL.forEach((name, port) -> ports.put(name, port + offset));
    return new Ports(ports);
  }

  /**
   * Ports nobody uses now, for the named listeners. Below the range that outgoing connections are
   * given theirs from: a client that tries again and again to reach a restarting server could
   * otherwise occupy that server's port.
   */
  static Ports free(List<String> names) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (String name : names) {
      int port;
      do {
        port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      } while (ports.containsValue(port) || isInUse(port));
      ports.put(name, port);
    }
    return new Ports(ports);
  }

  int of(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  /** Those another program listens on. */
  Map<String, Integer> inUse() {
    Map<String, Integer> inUse = new LinkedHashMap<>(ports);
    inUse.values().removeIf(port -> !isInUse(port));
    return inUse;
  }

  private static boolean isInUse(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !probe.isBound();
    } catch (IOException taken) {
      return true;
    }
  }
}
