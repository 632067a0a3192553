package org.fapiaosuite.rest.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.fapiaosuite.rest.secret.GivenSecret;

/**
 * The secrets without which a service does not start, listed in its {@code
 * META-INF/fapiao-secrets}, a property a line. Where one was not given a mark takes its place: else
 * the start would end at the first kind of flaw, and the operator would hear of the others one by
 * one. {@link org.fapiaosuite.rest.secret} tells of the marks and of the weak ones together.
 */
final class RequiredSecrets {
  private static final String LIST = "META-INF/fapiao-secrets";
  private static final int BELOW_EVERYTHING = Integer.MIN_VALUE;

  private RequiredSecrets() {}

  static ConfigSource stoppedGaps(ConfigSourceContext context) {
    return stoppedGaps(context, names());
  }

  /** Marks for what is not given; above everything where something empty was. */
  static ConfigSource stoppedGaps(ConfigSourceContext context, List<String> names) {
    Map<String, String> marks = new HashMap<>();
    boolean empty = false;
    for (String name : names) {
      var given = context.getValue(name);
      if (given == null || given.getValue() == null || given.getValue().isBlank()) {
        marks.put(name, GivenSecret.MISSING);
        empty |= given != null && given.getValue() != null;
      }
    }
    return new PropertiesConfigSource(
        marks, "secrets not given", empty ? Integer.MAX_VALUE : BELOW_EVERYTHING);
  }

  private static List<String> names() {
    try {
      return Collections.list(Thread.currentThread().getContextClassLoader().getResources(LIST))
          .stream()
          .flatMap(list -> read(list).lines())
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(URL list) {
    try (InputStream stream = list.openStream()) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
