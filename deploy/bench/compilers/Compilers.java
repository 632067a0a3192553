import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One row of the table: a running suite under sign-ins, then under pages of bills, two callers each
 * through the gateway. Only the second half of each counts. Processor time is that of the service
 * that does the work, and of the gateway. Without arguments it prints the head. Arguments:
 * suite.json, seconds, name of the row, seconds that the start took.
 */
final class Compilers {
  private static final int CALLERS = 2;
  private static final int COMMANDS = 10;
  private static final double TICKS_PER_SECOND = 100;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SERVICES =
      List.of("account", "order-sync", "fapiao", "notification", "gateway");

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonNode suite;
  private final double seconds;

  private Compilers(JsonNode suite, double seconds) {
    this.suite = suite;
    this.seconds = seconds;
  }

  /** How often something was done in the second half, and what one cost in processor seconds. */
  private record Work(double perSecond, double service, double gateway) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.out.printf(
          "%-10s%8s%10s%10s%14s%14s%16s%16s%14s%n",
          "compilers",
          "start s",
          "account",
          "gateway",
          "all MiB PSS",
          "sign-in ms",
          "argon2 ms",
          "bills ms",
          "gateway ms");
      return;
    }
    Compilers compilers =
        new Compilers(JSON.readTree(new File(arguments[0])), Double.parseDouble(arguments[1]));
    Work signIn = compilers.work("account", compilers::signIn);
    double command = command();
    String token = compilers.signIn();
    Work bills = compilers.work("fapiao", () -> compilers.bills(token));
    System.out.printf(
        Locale.ROOT,
        "%-10s%8s%10d%10d%14d%14.0f%16.0f%16.2f%14.2f   sign-ins %.1f/s, bills %.0f/s%n",
        arguments[2],
        arguments[3],
        compilers.memory("account"),
        compilers.memory("gateway"),
        SERVICES.stream().mapToLong(compilers::memory).sum(),
        signIn.service() * 1000,
        command * 1000,
        bills.service() * 1000,
        bills.gateway() * 1000,
        signIn.perSecond(),
        bills.perSecond());
  }

  private String signIn() throws Exception {
    JsonNode customer = suite.path("customers").get(0);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "email", customer.path("email").asText(),
                "password", customer.path("password").asText()));
    return answer(
            HttpRequest.newBuilder(at("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            201)
        .path("accessToken")
        .asText();
  }

  private JsonNode bills(String token) throws Exception {
    return answer(
        HttpRequest.newBuilder(at("/api/v1/bills"))
            .header("Authorization", "Bearer " + token)
            .build(),
        200);
  }

  private URI at(String path) {
    return URI.create(suite.path("gateway").asText() + path);
  }

  private JsonNode answer(HttpRequest request, int expected) throws Exception {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IllegalStateException(
          request.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  private Work work(String service, Callable<?> call) throws Exception {
    long half = System.nanoTime() + (long) (seconds / 2 * 1e9);
    repeat(call, half, new AtomicLong());
    double before = processor(service);
    double gatewayBefore = processor("gateway");
    long since = System.nanoTime();
    AtomicLong done = new AtomicLong();
    repeat(call, since + (long) (seconds / 2 * 1e9), done);
    double took = (System.nanoTime() - since) / 1e9;
    return new Work(
        done.get() / took,
        (processor(service) - before) / done.get(),
        (processor("gateway") - gatewayBefore) / done.get());
  }

  private static void repeat(Callable<?> call, long end, AtomicLong done) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        all.add(
            callers.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    call.call();
                    done.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> caller : all) {
        caller.get();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  /** Processor seconds of one argon2 command at our cost: 19 MiB, two passes, one lane. */
  private static double command() throws Exception {
    double before = ofChildren();
    for (int i = 0; i < COMMANDS; i++) {
      Process process =
          new ProcessBuilder(
                  "argon2", "a-salt-of-sixteen", "-id", "-t", "2", "-k", "19456", "-p", "1", "-l", "32")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().write("a password of some length".getBytes());
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("argon2 failed");
      }
    }
    return (ofChildren() - before) / COMMANDS;
  }

  /** Processor seconds of all children that have ended. */
  private static double ofChildren() throws IOException {
    String[] fields = afterName(Path.of("/proc/self/stat"));
    return (Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])) / TICKS_PER_SECOND;
  }

  private double processor(String service) throws IOException {
    String[] fields = afterName(Path.of("/proc/" + pid(service) + "/stat"));
    return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
  }

  private static String[] afterName(Path stat) throws IOException {
    String text = Files.readString(stat);
    return text.substring(text.lastIndexOf(')') + 2).split(" ");
  }

  /** Proportional set size in MiB. */
  private long memory(String service) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid(service) + "/smaps_rollup")).stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long pid(String service) {
    return suite.path("pids").path(service).asLong();
  }
}
