package org.fapiaosuite.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The images hold what they need, in layers that change as seldom as they can, and nothing secret.
 */
class ContainersTest {
  private static final List<String> CONTAINERFILE =
      Checkout.read(Checkout.CONTAINERS.resolve("Containerfile"))
          .replace("\\\n", " ")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.replaceAll("\\s+", " "))
          .toList();

  @TempDir Path folder;

  @Test
  void what_changes_least_is_copied_first() {
    assertEquals(
        List.of(
            "COPY lib/ lib/",
            "COPY quarkus/ quarkus/",
            "COPY app/ app/",
            "COPY quarkus-run.jar healthy jvm.options LICENSE ./",
            "COPY sbom/ sbom/"),
        instructions("COPY"));
    assertEquals(List.of(), instructions("ADD"));
    assertEquals(List.of(), instructions("RUN"));
  }

  @Test
  void the_process_is_java_itself_under_a_number_that_is_not_roots() {
    assertEquals(List.of("USER 10001:10001"), instructions("USER"));
    assertEquals(
        List.of(
            "ENTRYPOINT [\"java\", \"@/opt/fapiao/jvm.options\", \"-jar\","
                + " \"/opt/fapiao/quarkus-run.jar\"]"),
        instructions("ENTRYPOINT"));
  }

  @Test
  void the_base_is_a_public_jre_of_release_25_and_can_be_another() {
    assertEquals("ARG BASE_IMAGE=eclipse-temurin:25-jre-noble", CONTAINERFILE.get(0));
    assertEquals("FROM ${BASE_IMAGE}", CONTAINERFILE.get(1));
    assertTrue(Images.isVersioned("eclipse-temurin:25-jre-noble"));
  }

  @Test
  void the_image_gives_no_secret_and_one_address() {
    assertEquals(
        List.of("ENV QUARKUS_HTTP_HOST=0.0.0.0 MALLOC_ARENA_MAX=2 LANG=C.UTF-8"),
        instructions("ENV"));
  }

  @Test
  void half_of_the_containers_memory_is_heap_and_a_process_without_memory_ends() {
    List<String> options = Checkout.lines(Checkout.CONTAINERS.resolve("jvm.options"));

    assertTrue(options.contains("-XX:MaxRAMPercentage=50"), options.toString());
    assertTrue(options.contains("-XX:+ExitOnOutOfMemoryError"), options.toString());
    assertEquals(
        List.of(),
        options.stream().filter(it -> it.startsWith("-Xm") || it.contains("Xms")).toList());
  }

  @Test
  void the_name_of_an_image_is_never_latest() throws Exception {
    assertEquals(1, run("build", "--version", "latest"));
    assertTrue(Files.readString(folder.resolve("output")).contains("Give a version"));
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1"})
  void a_container_is_healthy_when_its_service_says_it_is_ready(int status, int exit)
      throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      assertEquals(exit, healthy(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
    assertEquals(1, healthy(server.getAddress().getPort()), "nobody listens");
  }

  private int healthy(int port) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(List.of(Checkout.CONTAINERS.resolve("healthy").toString()));
    builder.environment().put("HEALTH_PORT", String.valueOf(port));
    return builder.start().waitFor();
  }

  private int run(String script, String... arguments) throws IOException, InterruptedException {
    return builder(
            Stream.concat(
                    Stream.of(Checkout.CONTAINERS.resolve(script).toString()), Stream.of(arguments))
                .toList())
        .start()
        .waitFor();
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(Stream.concat(Stream.of("bash"), command.stream()).toList())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile());
  }

  private static List<String> instructions(String name) {
    return CONTAINERFILE.stream().filter(line -> line.startsWith(name + " ")).toList();
  }
}
