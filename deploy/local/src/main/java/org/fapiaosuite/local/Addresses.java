package org.fapiaosuite.local;

import java.util.List;
import java.util.Map;

/** Where everything of one suite is reached: on this machine's ports, or elsewhere. */
final class Addresses {
  private final Ports ports;
  private final External external;

  Addresses(Ports ports, External external) {
    this.ports = ports;
    this.external = external;
  }

  /** Where a process of this suite listens. */
  int port(String name) {
    return ports.of(name);
  }

  /** Base URL without a trailing slash. */
  String url(String name) {
    return "http://127.0.0.1:" + ports.of(name);
  }

  /** {@code host:port}. */
  String address(String name) {
    return external.address(name).orElseGet(() -> "127.0.0.1:" + ports.of(name));
  }

  String host(String name) {
    String address = address(name);
    return address.substring(0, address.lastIndexOf(':'));
  }

  String portText(String name) {
    String address = address(name);
    return address.substring(address.lastIndexOf(':') + 1);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://" + address(Suite.POSTGRES) + "/" + database;
  }

  /** The embedded server asks for none. */
  String databasePassword() {
    return external.postgresPassword().orElse("none");
  }

  /** The ports this suite needs and another program has. */
  Map<String, Integer> portsInUse() {
    Map<String, Integer> inUse = ports.inUse();
    if (!isEmbedded(Suite.POSTGRES)) {
      inUse.remove(Suite.POSTGRES);
    }
    if (!isEmbedded(Suite.KAFKA)) {
      inUse.keySet().removeAll(List.of(Suite.KAFKA, Ports.KAFKA_CONTROLLER));
    }
    if (!isEmbedded(Ports.SMTP)) {
      inUse.keySet().removeAll(List.of(Ports.SMTP, Suite.MAILBOX));
    }
    return inUse;
  }

  /** Whether a server is one of this suite's processes. */
  boolean isEmbedded(String name) {
    return external.address(name).isEmpty();
  }
}
