package org.fapiaosuite.ordersync.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FontFaceTest {
  private static final int READERS = 8;
  private static final int HU = '户';

  @Test
  void many_who_ask_a_font_for_the_first_time_have_it_read_once() throws Exception {
    // Given
    FontFace alone = face();
    assumeTrue(alone.isAvailable(), "skipped: built without fonts");
    long once = allocatedBy(() -> alone.glyph(HU));

    // When
    FontFace shared = face();
    List<Long> allocated = new ArrayList<>();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Long>> answers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        answers.add(
            readers.submit(
                () -> {
                  start.await();
                  return allocatedBy(() -> shared.glyph(HU));
                }));
      }
      start.countDown();
      for (Future<Long> answer : answers) {
        allocated.add(answer.get());
      }
    } finally {
      readers.shutdownNow();
    }

    // Then
    assertEquals(alone.glyph(HU), shared.glyph(HU));
    long all = allocated.stream().mapToLong(bytes -> bytes).sum();
    assertTrue(all < once * 2, "eight readers allocated " + all + ", one alone " + once);
  }

  private static FontFace face() {
    return new FontFace("Noto Sans SC", "NotoSansSC-Regular.ttf");
  }

  private static long allocatedBy(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
