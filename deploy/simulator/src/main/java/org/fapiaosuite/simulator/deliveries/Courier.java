package org.fapiaosuite.simulator.deliveries;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fapiaosuite.simulator.deliveries.Push.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Carries pushes to the receiver with a fixed number of senders. Every push is tried until a 2xx;
 * 400, 409 and 422 end it too. Attempts of one push share its {@code webhook-id}; each has the
 * timestamp and signature of its own moment.
 */
public final class Courier implements AutoCloseable {

  /** Is told once of every push that ends. */
  @FunctionalInterface
  public interface Ends {
    void ended(Push push, Outcome outcome, int status);
  }

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private final URI target;
  private final Signer signer;
  private final Supplier<Faults> faults;
  private final RandomGenerator random;
  private final Clock clock;
  private final Ends ends;
  private final HttpClient http;
  private final DelayQueue<Errand> errands = new DelayQueue<>();
  private final List<Thread> senders = new ArrayList<>();

  public Courier(
      URI target,
      Signer signer,
      Supplier<Faults> faults,
      RandomGenerator random,
      Clock clock,
      Ends ends) {
    this.target = target;
    this.signer = signer;
    this.faults = faults;
    this.random = random;
    this.clock = clock;
    this.ends = ends;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newFixedThreadPool(2, Courier::daemon))
            .build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(null, work, "courier", 256 * 1024);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts the senders. */
  public void start(int count) {
    for (int i = 0; i < count; i++) {
      Thread sender = daemon(this::work);
      senders.add(sender);
      sender.start();
    }
  }

  /** Takes a push on: it leaves after {@code delay}, its copies around the same time. */
  public void carry(Push push, long delayMillis, int copies) {
    errands.add(new Errand(push, false, delayMillis));
    for (int i = 0; i < copies; i++) {
      errands.add(new Errand(push, true, delayMillis + Faults.copyDelay(random), push.body()));
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        run(errands.take());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(Errand errand) throws InterruptedException {
    byte[] body = errand.body();
    if (body == null) {
      return;
    }
    int status = 0;
    Duration retryAfter = Duration.ZERO;
    try {
      HttpResponse<Void> answer = http.send(request(errand.push, body), BodyHandlers.discarding());
      status = answer.statusCode();
      retryAfter = retryAfter(answer);
    } catch (IOException nobodyThere) {
      // status stays 0: not answered, so it is tried again
    }
    int attempts = errand.push.attempted(status);
    if (status >= 200 && status < 300) {
      end(errand.push, Outcome.DELIVERED, status);
    } else if (status == 400 || status == 409 || status == 422) {
      end(errand.push, Outcome.REFUSED, status);
    } else if (!errand.copy) {
      Duration pause = BackOff.after(attempts, retryAfter);
      errands.add(new Errand(errand.push, false, pause.toMillis()));
    }
  }

  private HttpRequest request(Push push, byte[] body) {
    long timestamp = clock.instant().getEpochSecond();
    byte[] signed = body;
    if (Faults.hits(faults.get().badSignaturePercent(), random)) {
      signed = new byte[] {'x'};
    }
    return HttpRequest.newBuilder(target)
        .timeout(ANSWER_TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "payment-platform-simulator")
        .header("webhook-id", push.id())
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", signer.sign(push.id(), timestamp, signed))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Duration retryAfter(HttpResponse<Void> answer) {
    String seconds = answer.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  private void end(Push push, Outcome outcome, int status) {
    if (push.end(outcome, status)) {
      ends.ended(push, outcome, status);
    }
  }

  @Override
  public void close() {
    senders.forEach(Thread::interrupt);
  }

  /** One trip of one push; a copy is sent once and carries its own body. */
  private static final class Errand implements Delayed {
    private final Push push;
    private final boolean copy;
    private final long dueNanos;
    private final byte @Nullable [] own;

    Errand(Push push, boolean copy, long delayMillis) {
      this(push, copy, delayMillis, null);
    }

    Errand(Push push, boolean copy, long delayMillis, byte @Nullable [] own) {
      this.push = push;
      this.copy = copy;
      this.dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
      this.own = own;
    }

    byte @Nullable [] body() {
      return copy ? own : push.body();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(dueNanos - ((Errand) other).dueNanos);
    }
  }
}
