import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests a second without and with an access token, directly and through the gateway, in turn (A
 * B B A, so that a machine that grows slower or faster favours neither), and the processor time
 * that the service spent on each, which says the same on a busy machine too.
 *
 * <p>Two pairs of calls. Of the first the token is the only difference: the same request, refused
 * with a problem before anything is looked up, for want of a token or for its limit. The second is
 * what callers do, a list without rows; there the signed-in one has a transaction and the ORM
 * besides, the other one query by itself.
 *
 * <p>All of it as the service is, then with {@code fapiao.trust.remembered=1}, and as it is once
 * more. Each client has a token of its own, so in the middle every signature is checked anew, as it
 * was before tokens were remembered. For that the service is started again with its configuration
 * changed, and changed back. Arguments: suite.json, seconds a turn, clients.
 */
final class TokenLoad {
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("token alone", "/api/v1/titles?limit=0", 401, "/api/v1/titles?limit=0", 422),
          new Pair("empty list", "/api/v1/notices", 200, "/api/v1/titles", 200));
  private static final double LEAD_SECONDS = 1;
  private static final long RESTART_NANOS = 120_000_000_000L;
  private static final long TOKEN_NANOS = 120_000_000_000L;

  private final Path suiteFile;
  private final int seconds;
  private final int clients;
  private JsonNode suite;
  private List<String> tokens = List.of();
  private long tokensAt;

  private TokenLoad(Path suiteFile, int seconds, int clients) throws IOException {
    this.suiteFile = suiteFile;
    this.suite = new ObjectMapper().readTree(suiteFile.toFile());
    this.seconds = seconds;
    this.clients = clients;
  }

  /** Two calls and how they are answered, the second with a token. */
  private record Pair(
      String name, String anonymous, int unsigned, String signedIn, int signed) {}

  private record Rate(double perSecond, double processorMicros) {
    Rate and(Rate other) {
      return new Rate(
          (perSecond + other.perSecond) / 2, (processorMicros + other.processorMicros) / 2);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path suite = Path.of(arguments[0]);
    new TokenLoad(suite, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).run();
  }

  private void run() throws Exception {
    Path configuration = suiteFile.resolveSibling("config").resolve("fapiao.properties");
    String usual = Files.readString(configuration);
    measure("tokens remembered");
    try {
      restart(configuration, usual + "\nfapiao.trust.remembered=1\n");
      measure("each token checked anew");
    } finally {
      restart(configuration, usual);
    }
    measure("tokens remembered, again");
  }

  /** Ends the service and waits until the launcher has one with this configuration in its place. */
  private void restart(Path file, String configuration) throws Exception {
    Files.writeString(file, configuration);
    long old = suite.path("pids").path("fapiao").asLong();
    ProcessHandle.of(old).ifPresent(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + RESTART_NANOS;
    do {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("fapiao-service did not come back");
      }
      Thread.sleep(200);
      suite = new ObjectMapper().readTree(suiteFile.toFile());
    } while (suite.path("pids").path("fapiao").asLong() == old);
  }

  private void measure(String title) throws Exception {
    Map<String, URI> doors =
        Map.of(
            "direct", URI.create(suite.path("services").path("fapiao").asText()),
            "through the gateway", URI.create(suite.path("gateway").asText()));
    System.out.printf(
        "%-34s%14s%14s%8s%22s%n",
        title,
        "anonymous/s",
        "with token/s",
        "ratio",
        "service CPU us each");
    for (Pair pair : PAIRS) {
      for (String door : List.of("direct", "through the gateway")) {
        compare(pair, door, doors.get(door));
      }
    }
  }

  private void compare(Pair pair, String name, URI door) throws Exception {
    turn(door, pair.anonymous(), pair.unsigned(), false); // warms up
    turn(door, pair.signedIn(), pair.signed(), true);
    Rate anonymous = turn(door, pair.anonymous(), pair.unsigned(), false);
    Rate signedIn = turn(door, pair.signedIn(), pair.signed(), true);
    signedIn = signedIn.and(turn(door, pair.signedIn(), pair.signed(), true));
    anonymous = anonymous.and(turn(door, pair.anonymous(), pair.unsigned(), false));
    System.out.printf(
        Locale.ROOT,
        "%-34s%14.0f%14.0f%8.2f%11.0f%11.0f%n",
        pair.name() + ", " + name,
        anonymous.perSecond(),
        signedIn.perSecond(),
        signedIn.perSecond() / anonymous.perSecond(),
        anonymous.processorMicros(),
        signedIn.processorMicros());
  }

  private Rate turn(URI door, String path, int status, boolean withToken) throws Exception {
    List<String> own = withToken ? tokens() : List.of();
    AtomicLong answers = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long end = System.nanoTime() + (long) ((LEAD_SECONDS + seconds) * 1e9);
    for (int i = 0; i < clients; i++) {
      String header = withToken ? "Authorization: Bearer " + own.get(i) + "\r\n" : "";
      byte[] request =
          ("GET " + path + " HTTP/1.1\r\nHost: " + door.getAuthority() + "\r\n" + header + "\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      Thread thread = new Thread(() -> ask(door, request, status, end, answers));
      thread.start();
      threads.add(thread);
    }
    Thread.sleep((long) (LEAD_SECONDS * 1000));
    long since = System.nanoTime();
    long answersBefore = answers.get();
    double processorBefore = processorSeconds();
    for (Thread thread : threads) {
      thread.join();
    }
    long count = answers.get() - answersBefore;
    double took = (System.nanoTime() - since) / 1e9;
    return new Rate(count / took, (processorSeconds() - processorBefore) * 1e6 / count);
  }

  private static void ask(
      URI door, byte[] request, int status, long end, AtomicLong answers) {
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        out.write(request);
        out.flush();
        readAnswer(in, status);
        answers.incrementAndGet();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readAnswer(InputStream in, int expected) throws IOException {
    String status = line(in);
    if (!status.contains(" " + expected + " ")) {
      throw new IOException("answered " + status);
    }
    int length = -1;
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:");
    }
    if (chunked) {
      int size;
      do {
        size = Integer.parseInt(line(in), 16);
        in.skipNBytes(size);
        line(in);
      } while (size > 0);
    } else {
      in.skipNBytes(length);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int at = in.read(); at != '\n'; at = in.read()) {
      if (at < 0) {
        throw new IOException("connection closed");
      }
      if (at != '\r') {
        line.append((char) at);
      }
    }
    return line.toString();
  }

  /** What fapiao-service has used, of both kinds, in a hundredth of a second. */
  private double processorSeconds() throws IOException {
    long pid = suite.path("pids").path("fapiao").asLong();
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
  }

  /** One for each client, of the customer that the suite names; new ones each two minutes. */
  private List<String> tokens() throws Exception {
    if (System.nanoTime() - tokensAt > TOKEN_NANOS || tokens.isEmpty()) {
      List<String> fresh = new ArrayList<>();
      while (fresh.size() < clients) {
        fresh.add(signIn());
      }
      tokens = fresh;
      tokensAt = System.nanoTime();
    }
    return tokens;
  }

  private String signIn() throws Exception {
    JsonNode customer = suite.path("customers").path(0);
    String body =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "email", customer.path("email").asText(),
                    "password", customer.path("password").asText()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(suite.path("gateway").asText() + "/api/v1/sessions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("signing in answered " + answer.statusCode());
    }
    return new ObjectMapper().readTree(answer.body()).path("accessToken").asText();
  }
}
