package org.fapiaosuite.ordersync.reconciliation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A small file that unzips to three hundred megabytes of empty lines. */
final class Bomb {
  private static final int MEGABYTE = 1024 * 1024;

  private Bomb() {}

  static byte[] bytes() {
    byte[] newlines = new byte[MEGABYTE];
    java.util.Arrays.fill(newlines, (byte) '\n');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < 300; i++) {
        gzip.write(newlines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
