package org.fapiaosuite.local.children;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * How to see from outside that a serving child is not stuck: it answers, whatever it answers. A 503
 * says that something it needs is away, which a new life would not bring back.
 *
 * @param uri what it is asked
 * @param limit how long it may give no answer at all before it is started again
 * @param interval between two questions, and how long it has for an answer
 */
public record Liveness(URI uri, Duration limit, Duration interval) {

  /** Thirty seconds without any answer, asked every two. */
  public static Liveness of(URI uri) {
    return new Liveness(uri, Duration.ofSeconds(30), Duration.ofSeconds(2));
  }

  boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(interval.toMillis()));
      connection.setReadTimeout(Math.toIntExact(interval.toMillis()));
      try {
        return connection.getResponseCode() > 0;
      } finally {
        connection.disconnect();
      }
    } catch (IOException silence) {
      return false;
    }
  }
}
