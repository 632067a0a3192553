import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * GETs addresses over keep-alive connections and prints one line: answers a second, p50 and p99 in
 * milliseconds, answers that were no 200, and all answers, those of the lead included. The first
 * seconds are not counted: this program's own start would be.
 *
 * <p>Arguments: addresses with commas between, which the connections share, connections, seconds of
 * lead, seconds counted, and optionally a file with access tokens, one a line, shared likewise, and
 * a rate: that many requests a second of all connections, their time counted from when each was
 * due. Without a rate each connection asks again as soon as it has its answer.
 */
public final class HttpLoad {
  private static final AtomicLong FAILED = new AtomicLong();
  private static final AtomicLong ALL = new AtomicLong();

  private HttpLoad() {}

  public static void main(String[] arguments) throws Exception {
    List<URI> addresses = Arrays.stream(arguments[0].split(",")).map(URI::create).toList();
    int connections = Integer.parseInt(arguments[1]);
    long start = System.nanoTime() + (long) (Double.parseDouble(arguments[2]) * 1e9);
    long end = start + (long) (Double.parseDouble(arguments[3]) * 1e9);
    List<String> tokens =
        arguments.length > 4 ? Files.readAllLines(Path.of(arguments[4])) : List.of();
    double rate = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 0;
    long pace = rate == 0 ? 0 : (long) (connections / rate * 1e9);
    long[][] taken = new long[connections][];
    Thread[] threads = new Thread[connections];
    for (int i = 0; i < connections; i++) {
      int number = i;
      URI address = addresses.get(i % addresses.size());
      String header =
          tokens.isEmpty()
              ? ""
              : "Authorization: Bearer " + tokens.get(i % tokens.size()) + "\r\n";
      String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
      byte[] request =
          ("GET " + address.getRawPath() + query + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                  + "Accept: application/json\r\n" + header + "\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      long first = pace * number / connections;
      threads[i] =
          new Thread(() -> taken[number] = ask(address, request, start, end, pace, first));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long[] sorted = Arrays.stream(taken).flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%.1f %.3f %.3f %d %d%n",
        sorted.length / ((end - start) / 1e9),
        at(sorted, 0.50) / 1e6,
        at(sorted, 0.99) / 1e6,
        FAILED.get(),
        ALL.get());
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }

  private static long[] ask(
      URI address, byte[] request, long start, long end, long pace, long first) {
    long[] taken = new long[4096];
    int count = 0;
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      long from = System.nanoTime() + first;
      while (from < end) {
        if (pace > 0) {
          TimeUnit.NANOSECONDS.sleep(from - System.nanoTime());
        }
        out.write(request);
        if (!answer(in).contains(" 200")) {
          FAILED.incrementAndGet();
        }
        ALL.incrementAndGet();
        long now = System.nanoTime();
        if (from >= start && now <= end) {
          if (count == taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
          }
          taken[count++] = now - from;
        }
        from = pace > 0 ? from + pace : System.nanoTime();
      }
    } catch (IOException | InterruptedException e) {
      FAILED.incrementAndGet();
      System.err.println(e);
    }
    return Arrays.copyOf(taken, count);
  }

  /** Reads an answer whole and says its status line. */
  private static String answer(InputStream in) throws IOException {
    String status = line(in);
    int length = -1;
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked) {
      int size;
      do {
        size = Integer.parseInt(line(in), 16);
        in.skipNBytes(size);
        line(in);
      } while (size > 0);
    } else {
      in.skipNBytes(Math.max(0, length));
    }
    return status;
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
}
