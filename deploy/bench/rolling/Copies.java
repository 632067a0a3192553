import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Two copies of each service, configured as pods are: they reach each other by the addresses of the
 * services and end as deploy/kubernetes says. The first copy is the launcher's, which starts it again
 * when it ends; the second is started here.
 */
final class Copies implements AutoCloseable {
  static final List<String> SERVICES =
      List.of("account", "order-sync", "fapiao", "notification", "gateway");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 100;

  private final Path top;
  private final Path home;
  private final Endpoints endpoints;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Map<String, Second> seconds = new LinkedHashMap<>();

  /** A second copy: how it is started, where it listens, its present life. */
  private static final class Second {
    final List<String> command;
    final Map<String, String> environment;
    final Path log;
    final int port;
    final int management;
    Process life;

    Second(List<String> command, Map<String, String> environment, Path log, int port, int management) {
      this.command = command;
      this.environment = environment;
      this.log = log;
      this.port = port;
      this.management = management;
    }

    void start() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      life = builder.start();
    }
  }

  Copies(Path top, Path home, Endpoints endpoints) {
    this.top = top;
    this.home = home;
    this.endpoints = endpoints;
  }

  /** Starts the second copies, and the first ones again with what they are given now. */
  void begin() throws Exception {
    for (String service : SERVICES) {
      endpoints.add(service, port(suite().path("services"), service));
    }
    endpoints.start();
    for (String service : SERVICES) {
      long pid = suite().path("pids").path(service).asLong();
      configure(service);
      Second second = second(service, pid);
      seconds.put(service, second);
      second.start();
    }
    for (String service : SERVICES) {
      awaitReady(seconds.get(service).management);
      endpoints.add(service, seconds.get(service).port);
    }
    for (String service : SERVICES) {
      restart(service, 0, 0);
    }
  }

  /**
   * Restarts a copy as a cluster ends and starts a pod: it is taken out of the service while its
   * preStop hook runs, asked to end, started again, and back in the service once it is ready.
   *
   * @return seconds from being asked to end until ready
   */
  double restart(String service, int copy) throws Exception {
    return restart(service, copy, preStopSeconds(service));
  }

  private double restart(String service, int copy, int preStopSeconds) throws Exception {
    Second second = seconds.get(service);
    int port = copy == 0 ? port(suite().path("services"), service) : second.port;
    int management = copy == 0 ? port(suite().path("management"), service) : second.management;
    endpoints.remove(service, port);
    TimeUnit.SECONDS.sleep(preStopSeconds);
    long asked = System.nanoTime();
    long old = copy == 0 ? suite().path("pids").path(service).asLong() : second.life.pid();
    ProcessHandle ending = ProcessHandle.of(old).orElseThrow();
    ending.destroy();
    ending.onExit().get(graceSeconds(service) - preStopSeconds, TimeUnit.SECONDS);
    if (copy == 1) {
      second.start();
    }
    awaitReady(management);
    double away = (System.nanoTime() - asked) / 1e9;
    endpoints.add(service, port);
    return away;
  }

  JsonNode suite() throws IOException {
    return json.readTree(home.resolve("run/suite.json").toFile());
  }

  private int port(JsonNode addresses, String service) throws IOException {
    String url = addresses.path(service).asText(suite().path("gateway").asText());
    return URI.create(url).getPort();
  }

  /** What both copies of a service are given instead of what the launcher gave the one. */
  private void configure(String service) throws IOException {
    Path file = config(service);
    Properties given = read(file);
    for (String key : List.copyOf(given.stringPropertyNames())) {
      if (key.startsWith("fapiao.gateway.upstreams.")) {
        given.setProperty(key, endpoints.url(key.substring(key.lastIndexOf('.') + 1)));
      }
    }
    replace(given, "fapiao.trust.account-url", endpoints.url("account"));
    replace(given, "fapiao.notification.owners.account", endpoints.url("account"));
    replace(given, "fapiao.notification.owners.fapiao", endpoints.url("fapiao"));
    String manifests = service.equals("gateway") ? "gateway.env" : "common.env";
    for (String line : Files.readAllLines(top.resolve("deploy/kubernetes/base/config/" + manifests))) {
      if (line.startsWith("QUARKUS_SHUTDOWN_")) {
        String[] setting = line.split("=", 2);
        given.setProperty(setting[0].toLowerCase(Locale.ROOT).replace('_', '.'), setting[1]);
      }
    }
    write(file, given);
  }

  private static void replace(Properties given, String key, String value) {
    if (given.containsKey(key)) {
      given.setProperty(key, value);
    }
  }

  private Second second(String service, long first) throws IOException {
    int port = Endpoints.freePort();
    int management = Endpoints.freePort();
    Properties given = read(config(service));
    given.setProperty("quarkus.http.port", String.valueOf(port));
    given.setProperty("quarkus.management.port", String.valueOf(management));
    String name = given.getProperty("fapiao.messaging.copy");
    if (name != null) {
      given.setProperty("fapiao.messaging.copy", name.replaceFirst("-0$", "-1"));
    }
    Path file = home.resolve("run/config/" + service + "-1.properties");
    write(file, given);
    List<String> command = new ArrayList<>();
    for (String argument : Files.readString(Path.of("/proc/" + first + "/cmdline")).split("\0")) {
      boolean locations = argument.startsWith("-Dquarkus.config.locations=");
      command.add(locations ? "-Dquarkus.config.locations=" + file : argument);
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (String entry : Files.readString(Path.of("/proc/" + first + "/environ")).split("\0")) {
      String[] variable = entry.split("=", 2);
      environment.put(variable[0], variable.length > 1 ? variable[1] : "");
    }
    Path log = home.resolve("run/logs/" + service + "-1.log");
    return new Second(command, environment, log, port, management);
  }

  private Path config(String service) {
    return home.resolve("run/config/" + service + ".properties");
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
    }
    return properties;
  }

  private static void write(Path file, Properties properties) throws IOException {
    try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(text, null);
    }
  }

  /** Of the preStop hook in the manifest. */
  private int preStopSeconds(String service) throws IOException {
    return number(service, "seconds:");
  }

  private int graceSeconds(String service) throws IOException {
    return number(service, "terminationGracePeriodSeconds:");
  }

  private int number(String service, String key) throws IOException {
    return Files.readAllLines(top.resolve("deploy/kubernetes/base/" + service + ".yaml")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith(key))
        .mapToInt(line -> Integer.parseInt(line.substring(key.length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  private void awaitReady(int management) throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(3)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is not there yet.
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("nobody is ready at " + ready + " after " + PATIENCE);
  }

  @Override
  public void close() {
    seconds.values().stream().filter(second -> second.life != null).forEach(s -> s.life.destroy());
  }
}
