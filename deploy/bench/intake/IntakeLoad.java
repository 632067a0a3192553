import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pushes signed payments over keep-alive connections and prints one line: pushes a second, p50 and
 * p99 in milliseconds, and how many were not answered with 200. With a rate the load is an open
 * loop with Poisson arrivals, and time counts from when a push was due, so that a slow answer
 * cannot hide the ones behind it. The first seconds are not counted: this program's own start and
 * compilation would be. Like the gateway it names a trace, which is not recorded.
 *
 * <p>{@code java IntakeLoad.java <port> <secret> <clients> <seconds> [rate]}
 */
public class IntakeLoad {
  private static final long LEAD_NANOS = 3_000_000_000L;
  private static final AtomicLong FAILED = new AtomicLong();
  private static final AtomicLong NEXT = new AtomicLong();

  public static void main(String... arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    byte[] secret = Base64.getDecoder().decode(arguments[1].substring("whsec_".length()));
    int clients = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    double rate = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 0;
    long start = System.nanoTime() + LEAD_NANOS;
    long end = start + seconds * 1_000_000_000L;
    long[] due = rate > 0 ? arrivals(System.nanoTime() + 200_000_000L, end, rate) : new long[0];
    long[][] taken = new long[clients][];
    Thread[] threads = new Thread[clients];
    for (int i = 0; i < clients; i++) {
      int client = i;
      threads[i] =
          new Thread(
              () -> {
                try {
                  taken[client] = push(port, secret, start, end, due);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all = Arrays.stream(taken).flatMapToLong(Arrays::stream).sorted().toArray();
    double elapsed = Math.max(1, System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%.0f %.2f %.2f %d%n",
        all.length / elapsed, at(all, 0.50) / 1e6, at(all, 0.99) / 1e6, FAILED.get());
  }

  static long at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }

  static long[] arrivals(long start, long end, double rate) {
    Random random = new Random(1);
    long[] due = new long[(int) ((end - start) / 1e9 * rate * 1.2) + 10];
    double at = start;
    for (int i = 0; i < due.length; i++) {
      at += -Math.log(1 - random.nextDouble()) / rate * 1e9;
      due[i] = (long) at;
    }
    return due;
  }

  private static long[] push(int port, byte[] secret, long start, long end, long[] due)
      throws IOException, GeneralSecurityException, InterruptedException {
    long[] taken = new long[4096];
    int count = 0;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        long from;
        byte[] request;
        if (due.length > 0) {
          int number = (int) NEXT.getAndIncrement();
          if (number >= due.length || due[number] > end) {
            break;
          }
          from = due[number];
          request = request(mac, UUID.randomUUID().toString());
          long wait = from - System.nanoTime();
          if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
          }
        } else {
          request = request(mac, UUID.randomUUID().toString());
          from = System.nanoTime();
          if (from > end) {
            break;
          }
        }
        out.write(request);
        if (answer(in) != 200) {
          FAILED.incrementAndGet();
        }
        if (count == taken.length) {
          taken = Arrays.copyOf(taken, count * 2);
        }
        if (from >= start) {
          taken[count++] = System.nanoTime() - from;
        }
      }
    }
    return Arrays.copyOf(taken, count);
  }

  /** A push of the order E… of this number. */
  static byte[] request(Mac mac, String number) {
    Instant now = Instant.now();
    String body =
        "{\"type\":\"order.paid\",\"timestamp\":\"" + now + "\",\"data\":{\"orderNumber\":\"E"
            + number + "\",\"transactionId\":\"T" + number + "\",\"customerId\":\"c"
            + number.charAt(0) + "\",\"payer\":{\"name\":\"上海示例科技有限公司\","
            + "\"email\":\"finance@contoso.example\"},\"product\":\"Office 365 E3, 12 months\","
            + "\"quantity\":10,\"amount\":{\"currency\":\"CNY\",\"value\":\"1270.00\"},"
            + "\"paidAt\":\"" + now + "\"}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String id = "msg_" + number;
    mac.update((id + '.' + now.getEpochSecond() + '.').getBytes(StandardCharsets.UTF_8));
    String signature = Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    byte[] head =
        ("POST /api/v1/platforms/simulator/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\nwebhook-id: " + id + "\r\nwebhook-timestamp: " + now.getEpochSecond()
                + "\r\nwebhook-signature: v1," + signature + "\r\ntraceparent: 00-"
                + number.replace("-", "").toLowerCase(Locale.ROOT) + "-00000000000000ff-00\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] request = Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, request, head.length, bytes.length);
    return request;
  }

  static int answer(BufferedInputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    int length = 0;
    String line = line(in);
    while (!line.isEmpty()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
      line = line(in);
    }
    in.readNBytes(length);
    return status;
  }

  private static String line(BufferedInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int at = in.read();
    while (at != '\n') {
      if (at < 0) {
        throw new IOException("connection ended");
      }
      if (at != '\r') {
        line.append((char) at);
      }
      at = in.read();
    }
    return line.toString();
  }
}
