import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * People and the payment platform at the gateway: pushes, sign-ins, bills, applications, the work
 * queue. Every answer must have the one status that is right; nothing is tried again, neither here
 * nor by the HTTP client.
 */
final class Load {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long RENEWED_AFTER_NANOS = Duration.ofSeconds(60).toNanos();

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String gateway;
  private final byte[] platformSecret;
  private final List<Person> customers;
  private final Person clerk;

  /** Acknowledged, by order number. */
  final Queue<String> pushed = new ConcurrentLinkedQueue<>();

  /** Confirmed, by id. */
  final Queue<String> confirmed = new ConcurrentLinkedQueue<>();

  final Queue<String> failures = new ConcurrentLinkedQueue<>();
  final AtomicLong answered = new AtomicLong();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /** Somebody who signs in now and then, with bills that can be applied for. */
  static final class Person {
    final String email;
    final String password;
    final Queue<String> bills = new ConcurrentLinkedQueue<>();
    volatile String token = "";
    volatile long signedInAt;

    Person(String email, String password) {
      this.email = email;
      this.password = password;
    }
  }

  Load(String gateway, String platformSecret, List<Person> customers, Person clerk) {
    this.gateway = gateway;
    this.platformSecret =
        Base64.getDecoder().decode(platformSecret.substring("whsec_".length()));
    this.customers = customers;
    this.clerk = clerk;
  }

  /** Clients at work until they are told to stop. */
  final class Run {
    private final long start = System.nanoTime();
    private final long before = answered.get();
    private final AtomicLong next = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /**
     * Begins.
     *
     * @param rate requests a second of all clients; 0 for as many as they can
     */
    Run(int clients, double rate) {
      nanos.clear();
      for (int i = 0; i < clients; i++) {
        Thread thread = new Thread(() -> work(rate), "client-" + i);
        threads.add(thread);
        thread.start();
      }
    }

    private void work(double rate) {
      while (!over) {
        long due = System.nanoTime();
        if (rate > 0) {
          due = start + (long) (next.getAndIncrement() / rate * 1e9);
          pause(due - System.nanoTime());
        }
        if (!over) {
          one();
          nanos.add(System.nanoTime() - due);
        }
      }
    }

    /** Lets every request end; returns how many were answered a second. */
    double stop() throws InterruptedException {
      double seconds = (System.nanoTime() - start) / 1e9;
      long done = answered.get() - before;
      over = true;
      for (Thread thread : threads) {
        thread.join();
      }
      return done / seconds;
    }
  }

  /** Milliseconds within which that share was answered in the last run, counted from when it was due. */
  double within(double share) {
    long[] all = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, all.length * share)] / 1e6;
  }

  private static void pause(long wait) {
    if (wait > 0) {
      try {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void one() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Person customer = customers.get(random.nextInt(customers.size()));
    int kind = random.nextInt(100);
    try {
      if (kind < 20) {
        push();
      } else if (kind < 25) {
        signIn(customer);
      } else if (kind < 50) {
        read(customer, "/api/v1/bills");
      } else if (kind < 62) {
        read(customer, "/api/v1/applications");
      } else if (kind < 74) {
        read(customer, "/api/v1/orders");
      } else if (kind < 84) {
        read(customer, "/api/v1/account");
      } else if (kind < 91) {
        read(clerk, "/api/v1/service-centre/applications");
      } else if (kind < 97) {
        read(clerk, "/api/v1/notifications");
      } else {
        apply(customer);
      }
    } catch (IOException | GeneralSecurityException e) {
      fail(kind + "", "", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Person person, String path) throws IOException, InterruptedException {
    expect(200, signed(person, path).GET());
  }

  private void push() throws IOException, InterruptedException, GeneralSecurityException {
    String number = "E" + UUID.randomUUID();
    Instant now = Instant.now();
    String body =
        json.writeValueAsString(
            Map.of(
                "type", "order.paid",
                "timestamp", now.toString(),
                "data",
                    Map.of(
                        "orderNumber", number,
                        "transactionId", "T" + number,
                        "customerId", "c" + number,
                        "payer", Map.of("name", "上海示例科技有限公司", "email", payer(number)),
                        "product", "Office 365 E3, 12 months",
                        "quantity", 10,
                        "amount", Map.of("currency", "CNY", "value", "1270.00"),
                        "paidAt", now.toString())));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(platformSecret, "HmacSHA256"));
    String id = "msg_" + number;
    String content = id + "." + now.getEpochSecond() + "." + body;
    String signature =
        Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    boolean taken =
        expect(
                200,
                to("/api/v1/platforms/simulator/events")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .header("webhook-signature", "v1," + signature)
                    .POST(BodyPublishers.ofString(body)))
            != null;
    if (taken) {
      pushed.add(number);
    }
  }

  /** Whom the confirmation of a pushed order goes to. */
  static String payer(String orderNumber) {
    return orderNumber.toLowerCase(Locale.ROOT) + "@rolling.example";
  }

  private void apply(Person customer) throws IOException, InterruptedException {
    String bill = customer.bills.poll();
    if (bill == null) {
      read(customer, "/api/v1/notices");
      return;
    }
    String body =
        json.writeValueAsString(
            Map.of(
                "items", List.of(Map.of("billId", bill)),
                "type", "ORDINARY",
                "medium", "PAPER",
                "buyer", Map.of("titleType", "INDIVIDUAL", "name", "王小明"),
                "delivery",
                    Map.of(
                        "method", "SF_COLLECT",
                        "recipient", "王小明",
                        "phone", "13800138000",
                        "region", "310115",
                        "address", "科苑路88号德国中心3号楼657室")));
    JsonNode draft =
        expect(201, signed(customer, "/api/v1/applications").POST(BodyPublishers.ofString(body)));
    if (draft == null) {
      return;
    }
    String id = draft.path("id").asText();
    HttpRequest.Builder confirmation =
        signed(customer, "/api/v1/applications/" + id + "/confirmation")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody());
    if (expect(200, confirmation) != null) {
      confirmed.add(id);
    }
  }

  void signIn(Person person) throws IOException, InterruptedException {
    String body = json.writeValueAsString(Map.of("email", person.email, "password", person.password));
    JsonNode session = expect(201, to("/api/v1/sessions").POST(BodyPublishers.ofString(body)));
    if (session != null) {
      person.token = session.path("accessToken").asText();
      person.signedInAt = System.nanoTime();
    }
  }

  private HttpRequest.Builder signed(Person person, String path)
      throws IOException, InterruptedException {
    if (System.nanoTime() - person.signedInAt > RENEWED_AFTER_NANOS) {
      synchronized (person) {
        if (System.nanoTime() - person.signedInAt > RENEWED_AFTER_NANOS) {
          signIn(person);
        }
      }
    }
    return to(path).header("Authorization", "Bearer " + person.token);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(gateway + path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Accept-Language", "en");
  }

  /** The answer, or null when it was another one than expected, or none. */
  private JsonNode expect(int status, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpRequest asked = request.build();
    String what = asked.method() + " " + asked.uri().getPath().replaceAll("[0-9a-f-]{36}", "…");
    try {
      HttpResponse<byte[]> answer = http.send(asked, BodyHandlers.ofByteArray());
      answered.incrementAndGet();
      if (answer.statusCode() == status) {
        byte[] body = answer.body();
        return body.length == 0 ? json.createObjectNode() : json.readTree(body);
      }
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      fail(what, String.valueOf(answer.statusCode()), body.substring(0, Math.min(200, body.length())));
    } catch (IOException e) {
      fail(what, "no answer", e + Arrays.toString(e.getSuppressed()));
    }
    return null;
  }

  private void fail(String what, String status, String detail) {
    failures.add("%s %s: %s %s".formatted(Instant.now(), what, status, detail));
  }
}
