package org.fapiaosuite.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cases of one kind of value, in {@code src/test/cases}; the services' tests read them too. */
final class CaseFile {

  private static final Pattern INVISIBLE = Pattern.compile("\\{([0-9A-F]{4,6})}");

  private CaseFile() {}

  /** Each case: its columns, of which the last ones may be absent. */
  static Stream<List<String>> read(String name) {
    try {
      return Files.readAllLines(Path.of("src/test/cases", name)).stream()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> Stream.of(line.split("\t", -1)).map(CaseFile::characters).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The normal form that a case names, in its third column, or the input itself. */
  static String normal(List<String> columns) {
    return columns.size() > 2 ? columns.get(2) : columns.get(0);
  }

  private static String characters(String text) {
    return INVISIBLE
        .matcher(text)
        .replaceAll(
            code -> {
              int at = Integer.parseInt(code.group(1), 16);
              return at <= Character.MAX_VALUE ? String.valueOf((char) at) : Character.toString(at);
            });
  }
}
