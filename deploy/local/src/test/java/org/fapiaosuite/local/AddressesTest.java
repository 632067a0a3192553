package org.fapiaosuite.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {
  @TempDir Path home = Path.of("");

  @Test
  void without_a_file_everything_runs_here() throws IOException {
    Addresses addresses = new Addresses(Ports.usual(100), External.read(home.resolve("none")));

    assertEquals("http://127.0.0.1:8180", addresses.url(Suite.GATEWAY));
    assertEquals("jdbc:postgresql://127.0.0.1:15532/fapiao", addresses.jdbcUrl("fapiao"));
    assertEquals("127.0.0.1:19192", addresses.address(Suite.KAFKA));
    assertTrue(addresses.isEmbedded(Ports.SMTP));
  }

  @Test
  void health_and_metrics_of_each_service_are_1100_above_its_port() throws IOException {
    Addresses addresses = new Addresses(Ports.usual(100), External.read(home.resolve("none")));

    for (String name : Suite.MODULES.keySet()) {
      assertEquals(addresses.port(name) + 1100, addresses.port(Ports.management(name)), name);
    }
  }

  @Test
  void servers_elsewhere_are_used_instead() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("external.properties"),
            """
            postgres=db.example:5432
            postgres.password=s3cret
            smtp = relay.example:25
            """);

    Addresses addresses = new Addresses(Ports.usual(0), External.read(file));

    assertEquals("jdbc:postgresql://db.example:5432/account", addresses.jdbcUrl("account"));
    assertEquals("s3cret", addresses.databasePassword());
    assertEquals("relay.example", addresses.host(Ports.SMTP));
    assertEquals("25", addresses.portText(Ports.SMTP));
    assertFalse(addresses.isEmbedded(Suite.POSTGRES));
    assertTrue(addresses.isEmbedded(Suite.KAFKA));
  }

  @Test
  void a_port_somebody_else_listens_on_is_in_use_unless_it_is_not_needed() throws IOException {
    int port = Ports.free(List.of(Suite.POSTGRES)).of(Suite.POSTGRES);
    Ports ports = Ports.usual(port - 15_432);
    Path file = Files.writeString(home.resolve("external.properties"), "postgres=db:5432");
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          taken.getLocalPort(),
          new Addresses(ports, External.read(home.resolve("none")))
              .portsInUse()
              .get(Suite.POSTGRES));
      assertFalse(
          new Addresses(ports, External.read(file)).portsInUse().containsKey(Suite.POSTGRES));
    }
  }
}
