package org.fapiaosuite.local.children;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** How to see from outside that a child serves. */
public sealed interface Readiness {

  /** Forgets what an earlier run of the child left behind. */
  default void reset() {}

  /** The id of the process that does the work, once it serves. */
  Optional<Long> servingPid(ProcessHandle child);

  /** The child writes a {@link ReadyFile}. */
  record ByFile(ReadyFile file) implements Readiness {
    @Override
    public void reset() {
      file.clear();
    }

    @Override
    public Optional<Long> servingPid(ProcessHandle child) {
      return file.read();
    }
  }

  /** The child answers a GET with 2xx. */
  record ByHttp(URI uri) implements Readiness {
    private static final int MILLIS = 2_000;

    @Override
    public Optional<Long> servingPid(ProcessHandle child) {
      try {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try {
          return connection.getResponseCode() / 100 == 2
              ? Optional.of(child.pid())
              : Optional.empty();
        } finally {
          connection.disconnect();
        }
      } catch (IOException notYet) {
        return Optional.empty();
      }
    }
  }
}
