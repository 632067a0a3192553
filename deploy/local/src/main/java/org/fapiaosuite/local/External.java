package org.fapiaosuite.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Servers that run elsewhere and are used instead of the embedded ones, from {@code
 * external.properties} in the home, each line optional:
 *
 * <pre>
 * postgres=host:port
 * postgres.password=of the roles account, ordersync, fapiao and notification
 * kafka=host:port
 * smtp=host:port
 * </pre>
 *
 * Whoever runs them has made the databases (each owned by the role of its name) and the topics of
 * deploy/topics.yaml.
 */
final class External {
  private final Properties properties;

  private External(Properties properties) {
    this.properties = properties;
  }

  static External read(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        properties.load(text);
      }
    }
    return new External(properties);
  }

  /** {@code host:port} of postgres, kafka or smtp, if it runs elsewhere. */
  Optional<String> address(String name) {
    return Optional.ofNullable(properties.getProperty(name)).map(String::strip);
  }

  Optional<String> postgresPassword() {
    return Optional.ofNullable(properties.getProperty("postgres.password"));
  }
}
