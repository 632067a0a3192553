package org.fapiaosuite.rest.setting;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the environment variable {@code X} from the file that {@code X_FILE} names, as container
 * engines hand over secrets. What is wrong with any of the files is told in one message, without a
 * word of what is in them.
 */
public final class SettingFiles implements ConfigSourceFactory {
  private static final Pattern IN_A_FILE =
      Pattern.compile("((?:FAPIAO|QUARKUS_DATASOURCE|KAFKA)_[A-Z0-9_]+)_FILE");
  private static final int SECRETS_ARE_SMALL = 64 * 1024;

  /**
   * What the files hold, under the names of variables.
   *
   * @throws IllegalStateException naming every file that is in the way of a start
   */
  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> values = new TreeMap<>();
    List<String> troubles = new ArrayList<>();
    Iterator<String> names = context.iterateNames();
    while (names.hasNext()) {
      String name = names.next();
      var matcher = IN_A_FILE.matcher(name);
      String file = matcher.matches() ? value(context, name) : null;
      if (file != null) {
        read(context, matcher.group(1), file, values, troubles);
      }
    }
    if (!troubles.isEmpty()) {
      throw new IllegalStateException(
          "does not start: " + String.join("; ", troubles.stream().sorted().distinct().toList()));
    }
    return List.of(
        new EnvConfigSource(values, EnvConfigSource.ORDINAL), RequiredSecrets.stoppedGaps(context));
  }

  private static void read(
      ConfigSourceContext context,
      String variable,
      String file,
      Map<String, String> values,
      List<String> troubles) {
    if (value(context, variable) != null) {
      troubles.add(variable + " is given itself and as " + variable + "_FILE");
      return;
    }
    try {
      Path path = Path.of(file);
      if (Files.size(path) > SECRETS_ARE_SMALL) {
        troubles.add(variable + "_FILE names a file that is too large: " + file);
        return;
      }
      String value = Files.readString(path).replaceFirst("\\R$", "");
      if (value.isBlank()) {
        troubles.add(variable + "_FILE names a file that is empty: " + file);
      }
      values.put(variable, value);
    } catch (IOException | InvalidPathException e) {
      troubles.add(variable + "_FILE names a file that cannot be read: " + file);
    }
  }

  private static @Nullable String value(ConfigSourceContext context, String name) {
    var value = context.getValue(name);
    return value == null || value.getValue() == null || value.getValue().isEmpty()
        ? null
        : value.getValue();
  }
}
