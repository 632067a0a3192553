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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashPermitTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void of_each_permit_one_hashes_twenty_wait_and_the_next_is_sent_away(int permits)
      throws Exception {
    // Given
    int all = permits * 21;
    HashPermit permit = new HashPermit(Duration.ofSeconds(30), permits);
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger hashing = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(all);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < all; i++) {
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
    Awaitility.await()
        .until(() -> asked.get() == all && permit.inside() == all && hashing.get() == permits);

    // When
    ProblemException refused =
        assertThrows(ProblemException.class, () -> permit.run(() -> "never"));

    // Then
    assertEquals(StandardProblem.UNAVAILABLE, refused.problem());
    go.countDown();
    for (Future<?> call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }
    assertEquals(permits, most.get());
    assertEquals(0, permit.inside());
    callers.shutdown();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4096, 1",
    "2, 4096, 1",
    "4, 4096, 2",
    "16, 4096, 8",
    "16, 512, 6",
    "16, 128, 1",
    "16, 64, 1"
  })
  void half_of_the_cores_and_a_quarter_of_the_heap_are_for_hashes(
      int cores, int heapMebibytes, int atOnce) {
    assertEquals(atOnce, HashPermit.atOnce(cores, heapMebibytes * 1024L * 1024, HashCost.ASVS));
  }

  @Test
  void who_waits_too_long_is_sent_away() {
    HashPermit permit = new HashPermit(Duration.ofMillis(50), 1);
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
