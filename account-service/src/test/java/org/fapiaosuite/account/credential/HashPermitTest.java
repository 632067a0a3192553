package org.fapiaosuite.account.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.junit.jupiter.api.Test;

class HashPermitTest {

  @Test
  void one_hashes_twenty_wait_and_the_next_is_sent_away() throws Exception {
    // Given
    HashPermit permit = new HashPermit(Duration.ofSeconds(30));
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger hashing = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(21);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      calls.add(
          callers.submit(
              () -> {
                asked.incrementAndGet();
                return permit.run(
                    () -> {
                      most.accumulateAndGet(hashing.incrementAndGet(), Math::max);
                      await(go);
                      return hashing.decrementAndGet();
                    });
              }));
    }
    Awaitility.await().until(() -> asked.get() == 21 && permit.inside() == 21);

    // When
    ProblemException refused =
        assertThrows(ProblemException.class, () -> permit.run(() -> "never"));

    // Then
    assertEquals(StandardProblem.UNAVAILABLE, refused.problem());
    go.countDown();
    for (Future<?> call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }
    assertEquals(1, most.get());
    assertEquals(0, permit.inside());
    callers.shutdown();
  }

  @Test
  void who_waits_too_long_is_sent_away() {
    HashPermit permit = new HashPermit(Duration.ofMillis(50));
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    other.execute(() -> permit.run(() -> await(go)));
    Awaitility.await().until(() -> permit.inside() == 1);
    assertThrows(ProblemException.class, () -> permit.run(() -> "never"));
    go.countDown();
    other.shutdown();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
