package org.fapiaosuite.fapiao.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of twenty thousand lines takes no more memory than one of two thousand. */
class ExportMemoryTest {

  private static final int FEW = 2_000;
  private static final int MANY = 20_000;

  /** A tenth of what the lines themselves would take. */
  private static final long SLACK = 1L << 20;

  @ParameterizedTest
  @EnumSource(Exports.Format.class)
  void lines_that_are_written_are_not_kept(Exports.Format format) throws IOException {
    heldBy(format, FEW);
    long few = heldBy(format, FEW);
    long many = heldBy(format, MANY);

    System.out.printf(
        "%s held: %d lines %d KiB, %d lines %d KiB%n", format, FEW, few >> 10, MANY, many >> 10);
    // what others let go of meanwhile can make less than nothing of a few lines
    assertTrue(many - Math.max(few, 0) < SLACK, format + ": " + few + " and " + many + " bytes");
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
    List<String> cells = new java.util.ArrayList<>(Collections.nCopies(15, "上海示例科技有限公司 " + i));
    cells.add(new UUID(i, i).toString());
    assertEquals(16, cells.size());
    return cells;
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
