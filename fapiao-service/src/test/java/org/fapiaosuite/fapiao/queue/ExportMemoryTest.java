package org.fapiaosuite.fapiao.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of twenty thousand lines takes no more memory than one of two thousand. */
class ExportMemoryTest {

  private static final int FEW = 2_000;
  private static final int MANY = 20_000;

  /**
   * Bytes that may come from elsewhere: the heap is shared with whatever other tests left running.
   * The lines themselves would take three times as many at least.
   */
  private static final long SLACK = 8L << 20;

  private static final int ATTEMPTS = 5;

  @ParameterizedTest
  @EnumSource(Exports.Format.class)
  void lines_that_are_written_are_not_kept(Exports.Format format) throws IOException {
    long kept = bytesOf(MANY);
    assertTrue(kept > 3 * SLACK, "lines that are kept would not be seen: " + kept + " bytes");

    heldBy(format, FEW);
    long more = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && more >= SLACK; attempt++) {
      // what others let go of meanwhile can make less than nothing of a few lines
      long few = Math.max(heldBy(format, FEW), 0);
      more = Math.min(more, heldBy(format, MANY) - few);
    }

    System.out.printf(
        "%s: %d lines hold %d KiB more than %d, kept they would be %d KiB%n",
        format, MANY, more >> 10, FEW, kept >> 10);
    assertTrue(more < SLACK, format + ": " + more + " bytes more in each of " + ATTEMPTS);
  }

  /** Bytes on the heap that so many lines take when somebody does keep them. */
  private static long bytesOf(int lines) {
    long most = Long.MIN_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && most <= 3 * SLACK; attempt++) {
      long before = used();
      List<List<String>> kept = IntStream.range(0, lines).mapToObj(ExportMemoryTest::line).toList();
      most = Math.max(most, used() - before);
      assertEquals(lines, kept.size());
    }
    return most;
  }

  /** Bytes on the heap while the last line was just written, over those before the first. */
  private static long heldBy(Exports.Format format, int lines) throws IOException {
    long before = used();
    CountingStream out = new CountingStream();
    long held;
    try (ExportFile file = format == Exports.Format.CSV ? new CsvFile(out) : new XlsxFile(out)) {
      for (int i = 0; i < lines; i++) {
        file.line(line(i));
      }
      held = used() - before;
    }
    assertTrue(out.bytes > lines, "written: " + out.bytes);
    return held;
  }

  private static List<String> line(int i) {
    return IntStream.range(0, 16).mapToObj(cell -> "上海示例科技有限公司 " + i + "/" + cell).toList();
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static final class CountingStream extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes += len;
    }
  }
}
