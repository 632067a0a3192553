import java.io.BufferedInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Pushes signed payments at a rate (Poisson arrivals) and consumes their events. Prints one line:
 * pushes a second; p50 and p99 in milliseconds from when a push was due to when its event was
 * consumed; p50 and p99 from its answer, which follows the commit, to the same; and how many pushes
 * were not answered with 200 or had no event within ten seconds. The first seconds are not counted.
 *
 * <p>{@code java EventLoad <port> <secret> <kafka> <clients> <seconds> <rate>}
 */
public class EventLoad {
  private static final long LEAD_NANOS = 3_000_000_000L;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private record Push(long due, long answered) {}

  private static final Map<String, Push> PUSHED = new ConcurrentHashMap<>();
  private static final Map<String, Long> CONSUMED = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static volatile boolean running = true;

  public static void main(String... arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    byte[] secret = Base64.getDecoder().decode(arguments[1].substring("whsec_".length()));
    int clients = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    double rate = Double.parseDouble(arguments[5]);
    try (KafkaConsumer<String, byte[]> events = events(arguments[2])) {
      Thread consumer = new Thread(() -> consume(events));
      consumer.start();
      long start = System.nanoTime() + LEAD_NANOS;
      long end = start + seconds * 1_000_000_000L;
      long[] due = IntakeLoad.arrivals(start - LEAD_NANOS + 200_000_000L, end, rate);
      Thread[] threads = new Thread[clients];
      for (int i = 0; i < clients; i++) {
        threads[i] = new Thread(() -> push(port, secret, due, end));
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      long patience = System.nanoTime() + PATIENCE_NANOS;
      while (!CONSUMED.keySet().containsAll(PUSHED.keySet()) && System.nanoTime() < patience) {
        Thread.sleep(20);
      }
      running = false;
      consumer.join();
      tell(start, seconds);
    }
  }

  private static KafkaConsumer<String, byte[]> events(String kafka) {
    KafkaConsumer<String, byte[]> events =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        events.partitionsFor("order.events").stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    events.assign(partitions);
    events.seekToEnd(partitions);
    partitions.forEach(events::position);
    return events;
  }

  private static void consume(KafkaConsumer<String, byte[]> events) {
    while (running) {
      for (ConsumerRecord<String, byte[]> event : events.poll(Duration.ofMillis(100))) {
        CONSUMED.putIfAbsent(event.key(), System.nanoTime());
      }
    }
  }

  private static void push(int port, byte[] secret, long[] due, long end) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = NEXT.getAndIncrement(); i < due.length && due[i] <= end; i = NEXT.getAndIncrement()) {
        String number = UUID.randomUUID().toString().toUpperCase(Locale.ROOT); // as orders have it
        byte[] request = IntakeLoad.request(mac, number);
        long wait = due[i] - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        out.write(request);
        if (IntakeLoad.answer(in) != 200) {
          FAILED.incrementAndGet();
        }
        PUSHED.put("E" + number, new Push(due[i], System.nanoTime()));
      }
    } catch (Exception e) {
      FAILED.incrementAndGet();
      System.err.println(e);
    }
  }

  private static void tell(long start, int seconds) {
    Map<String, Push> counted = new ConcurrentHashMap<>(PUSHED);
    counted.keySet().retainAll(CONSUMED.keySet());
    int lost = PUSHED.size() - counted.size();
    if (FAILED.get() + lost > 0) {
      System.err.printf("%d pushes failed, %d events lost of %d%n", FAILED.get(), lost, PUSHED.size());
    }
    counted.values().removeIf(push -> push.due() < start);
    long[] whole =
        counted.entrySet().stream()
            .mapToLong(one -> CONSUMED.get(one.getKey()) - one.getValue().due())
            .sorted()
            .toArray();
    long[] relayed =
        counted.entrySet().stream()
            .mapToLong(one -> Math.max(0, CONSUMED.get(one.getKey()) - one.getValue().answered()))
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%.0f %.2f %.2f %.2f %.2f %d%n",
        counted.size() / (double) seconds,
        IntakeLoad.at(whole, 0.50) / 1e6,
        IntakeLoad.at(whole, 0.99) / 1e6,
        IntakeLoad.at(relayed, 0.50) / 1e6,
        IntakeLoad.at(relayed, 0.99) / 1e6,
        FAILED.get() + lost);
  }
}
