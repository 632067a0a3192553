package org.fapiaosuite.ordersync.platform.standard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;

/** Reads unzipped bytes up to a bound, so that a zip bomb costs no more than an honest file. */
final class LimitedStream extends FilterInputStream {
  private final long most;
  private long read;

  LimitedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int at = super.read();
    count(at < 0 ? 0 : 1);
    return at;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int bytes) throws StatementRefusedException {
    read += bytes;
    if (read > most) {
      throw new StatementRefusedException(Cause.TOO_LARGE);
    }
  }
}
