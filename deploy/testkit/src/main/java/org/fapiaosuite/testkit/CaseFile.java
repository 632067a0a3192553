package org.fapiaosuite.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cases of real names, numbers and addresses that the kernel's tests read, for those of an API:
 * columns between tabs, {@code {200B}} standing for the character U+200B.
 */
public final class CaseFile {

  private static final Path CASES = Path.of("..", "kernel", "src", "test", "cases");
  private static final Pattern INVISIBLE = Pattern.compile("\\{([0-9A-F]{4,6})}");
  private static final int INPUT = 0;
  private static final int VERDICT = 1;
  private static final int NORMAL = 2;

  private CaseFile() {}

  /** Each case of a file: its columns, of which the last ones may be absent. */
  public static Stream<List<String>> read(String name) {
    try {
      return Files.readAllLines(CASES.resolve(name)).stream()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> Stream.of(line.split("\t", -1)).map(CaseFile::characters).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of a file of inputs, verdicts and normal forms. */
  public static Stream<Case> cases(String name) {
    return read(name)
        .map(
            columns ->
                new Case(
                    columns.get(INPUT),
                    columns.get(VERDICT),
                    columns.get(columns.size() > NORMAL ? NORMAL : INPUT)));
  }

  /**
   * One case.
   *
   * @param normal the form in which an accepted input is kept
   */
  public record Case(String input, String verdict, String normal) {

    public boolean isAccepted() {
      return verdict.equals("OK");
    }
  }

  /**
   * A text within quotes as JSON has it, in ASCII alone: so that half a character reaches a service
   * as half a character.
   */
  public static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(at -> json.append("\\u%04x".formatted(at)));
    return json.append('"').toString();
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
