package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A second copy of a service, in the production profile and beside the suite's own, with settings
 * that are wrong: it says what is wrong and ends.
 */
class BadStartStory {
  private static final Suite suite = Suite.shared();
  private static final String KEY = "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=";

  @TempDir Path folder;

  /**
   * What is wrong and what is said of it.
   *
   * @param settings replace those of the running service; an empty one takes it away
   * @param environment variables of the process
   * @param said in the log, in this order
   */
  private record BadStart(
      String service,
      Map<String, String> settings,
      Map<String, String> environment,
      List<String> said) {
    @Override
    public String toString() {
      return service + " " + settings.keySet() + environment.keySet();
    }
  }

  static Stream<BadStart> starts() {
    return Stream.of(
        new BadStart(
            "fapiao",
            Map.of(
                "fapiao.invoicing.encryption-key", "",
                "fapiao.invoicing.keys.master", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "fapiao.invoicing.keys.service-trust", "/nowhere/trust.json"),
            Map.of(),
            List.of(
                "does not start, secrets are none: fapiao.invoicing.encryption-key is missing",
                "fapiao.invoicing.keys.master repeats one byte",
                "fapiao.invoicing.keys.service-trust names no file that can be read")),
        new BadStart(
            "fapiao",
            Map.of("fapiao.invoicing.keys.master", ""),
            Map.of("FAPIAO_INVOICING_KEYS_MASTER", ""),
            List.of("fapiao.invoicing.keys.master is missing")),
        new BadStart(
            "fapiao",
            Map.of("fapiao.invoicing.encryption-key", KEY, "fapiao.invoicing.keys.master", KEY),
            Map.of(),
            List.of("fapiao.invoicing.keys.master is the same as fapiao.invoicing.encryption-key")),
        new BadStart(
            "account",
            Map.of(
                "fapiao.account.keys.signing", "",
                "fapiao.account.keys.master", "c2hvcnQ="),
            Map.of(),
            List.of(
                "does not start, secrets are none: fapiao.account.keys.master must be 32 bytes",
                "fapiao.account.keys.signing is missing")),
        new BadStart(
            "notification",
            Map.of("fapiao.notification.service-key", ""),
            Map.of(),
            List.of("fapiao.notification.service-key is missing")),
        new BadStart(
            "order-sync",
            Map.of("fapiao.order-sync.platforms.simulator.secret", "whsec_c2hvcnQ="),
            Map.of(),
            List.of("fapiao.order-sync.platforms.simulator.secret must be 24 bytes or more")),
        new BadStart(
            "account",
            Map.of(),
            Map.of(
                "FAPIAO_ACCOUNT_KEYS_MASTER",
                KEY,
                "FAPIAO_ACCOUNT_KEYS_MASTER_FILE",
                "/nowhere/master"),
            List.of(
                "does not start: FAPIAO_ACCOUNT_KEYS_MASTER is given itself and as"
                    + " FAPIAO_ACCOUNT_KEYS_MASTER_FILE")),
        new BadStart(
            "account",
            Map.of("fapiao.account.keys.master", ""),
            Map.of("FAPIAO_ACCOUNT_KEYS_MASTER_FILE", "/nowhere/master"),
            List.of(
                "does not start: FAPIAO_ACCOUNT_KEYS_MASTER_FILE names a file that cannot be read")),
        new BadStart(
            "order-sync",
            Map.of("fapiao.account-url", "http://127.0.0.1:1"),
            Map.of(),
            List.of("does not start: fapiao.account-url is called fapiao.trust.account-url now")),
        new BadStart(
            "fapiao",
            Map.of("fapiao.messaging.fewest-partitions", "4"),
            Map.of(),
            List.of(
                "does not start, topics have too few partitions: account.events has 3,",
                "order.events has 3")),
        new BadStart(
            "gateway",
            Map.of("fapiao.gateway.edge.trusted-proxies", "the proxy"),
            Map.of(),
            List.of("not an address or block: the proxy")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void a_service_with_wrong_settings_says_what_is_wrong_and_ends(BadStart start) throws Exception {
    Path log = folder.resolve("log");
    Process process = start(start, log);

    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();
    String said = Files.readString(log);

    assertTrue(ended, "it ends by itself: " + said);
    assertEquals(1, process.exitValue(), said);
    int place = 0;
    for (String part : start.said()) {
      place = said.indexOf(part, place);
      assertTrue(place >= 0, "\"" + part + "\" in: " + said);
    }
    assertFalse(said.contains(KEY), "no secret is told");
  }

  private Process start(BadStart start, Path log) throws IOException {
    Path config = settings(start);
    String module = start.service().equals("gateway") ? "gateway" : start.service() + "-service";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.config.locations=" + config,
            "-jar",
            Suite.projectRoot().resolve(module + "/target/quarkus-app/quarkus-run.jar").toString());
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(start.environment());
    return builder.start();
  }

  /** Those of the running service, at ports of its own, with what is wrong. */
  private Path settings(BadStart start) throws IOException {
    Properties settings = new Properties();
    try (InputStream stream = Files.newInputStream(suite.config(start.service()))) {
      settings.load(stream);
    }
    settings.putAll(Map.of("quarkus.http.port", "0", "quarkus.management.port", "0"));
    settings.remove("fapiao.messaging.copy");
    settings.remove("fapiao.account.demo-staff-password");
    settings.remove("fapiao.rehearsal.clock-ahead");
    start
        .settings()
        .forEach(
            (name, value) -> {
              settings.remove(name);
              if (!value.isEmpty()) {
                settings.put(name, value);
              }
            });
    Path file = folder.resolve("application.properties");
    try (OutputStream stream = Files.newOutputStream(file)) {
      settings.store(stream, UTF_8.name());
    }
    return file;
  }
}
