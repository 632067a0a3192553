import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills services of a running suite and measures until each is ready again. Arguments: suite.json,
 * rounds. The worst round counts. Processor time is that of the new process until it is ready, which
 * says what the machine did meanwhile; known on Linux only.
 */
public class Recovery {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 25;
  private static final int TICKS_PER_SECOND = 100;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final File suite;

  Recovery(File suite) {
    this.suite = suite;
  }

  /** How long one was away, and what its start cost, both in seconds. */
  record Away(double seconds, double processor) {
    Away worse(Away other) {
      return other.seconds > seconds ? other : this;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Recovery recovery = new Recovery(new File(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    List<String> services = new ArrayList<>();
    recovery.read().path("management").fieldNames().forEachRemaining(services::add);
    Map<String, Away> alone = new LinkedHashMap<>();
    Map<String, Away> together = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String service : services) {
        recovery.kill(List.of(service)).forEach((name, away) -> alone.merge(name, away, Away::worse));
      }
      recovery.kill(services).forEach((name, away) -> together.merge(name, away, Away::worse));
    }
    System.out.printf("worst of %d; seconds from the kill to ready (of processor)%n", rounds);
    System.out.printf("%-14s %16s %16s%n", "killed", "alone", "all at once");
    for (String service : services) {
      System.out.printf(
          "%-14s %16s %16s%n", service, text(alone.get(service)), text(together.get(service)));
    }
  }

  private static String text(Away away) {
    return String.format(Locale.ROOT, "%.1f (%.1f)", away.seconds(), away.processor());
  }

  private Map<String, Away> kill(List<String> services)
      throws IOException, InterruptedException, ExecutionException {
    JsonNode before = read();
    for (String service : services) {
      awaitReady(before, service);
    }
    long killed = System.nanoTime();
    for (String service : services) {
      ProcessHandle.of(before.path("pids").path(service).asLong())
          .orElseThrow()
          .destroyForcibly();
    }
    for (String service : services) {
      ProcessHandle.of(before.path("pids").path(service).asLong())
          .ifPresent(process -> process.onExit().join());
    }
    Map<String, Away> away = new LinkedHashMap<>();
    ExecutorService watchers = Executors.newFixedThreadPool(services.size());
    try {
      Map<String, Future<Double>> waits = new LinkedHashMap<>();
      for (String service : services) {
        waits.put(
            service,
            watchers.submit(
                () -> {
                  awaitReady(before, service);
                  return (System.nanoTime() - killed) / 1e9;
                }));
      }
      for (Map.Entry<String, Future<Double>> wait : waits.entrySet()) {
        double seconds = wait.getValue().get();
        away.put(wait.getKey(), new Away(seconds, processor(before, wait.getKey())));
      }
    } finally {
      watchers.shutdown();
    }
    return away;
  }

  private void awaitReady(JsonNode at, String service) throws InterruptedException {
    URI ready = URI.create(at.path("management").path(service).asText() + "/q/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
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
    throw new IllegalStateException(service + " is not ready after " + PATIENCE);
  }

  /** Of the process that serves now, which the launcher names once it has seen it ready. */
  private double processor(JsonNode before, String service)
      throws IOException, InterruptedException {
    long old = before.path("pids").path(service).asLong();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long pid = read().path("pids").path(service).asLong();
    while (pid == old && System.nanoTime() < deadline) {
      Thread.sleep(POLL_MILLIS);
      pid = read().path("pids").path(service).asLong();
    }
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return Double.NaN;
    }
    String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
    return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
  }

  private JsonNode read() throws IOException {
    return new ObjectMapper().readTree(suite);
  }
}
