package org.fapiaosuite.fapiao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.fapiaosuite.fapiao.document.FileKind;
import org.fapiaosuite.fapiao.document.Sniffed;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * A file that somebody brings, found acceptable.
 *
 * @param name without any path
 * @param content a file that is gone when the request ends
 */
public record BroughtFile(String name, FileKind kind, Path content) {

  /** The most bytes of a file. */
  public static final int LARGEST = 5 * 1024 * 1024;

  private static final int LONGEST_NAME = 100;

  /** What no camera and no scanner makes; it would fill the memory of whoever opens it. */
  private static final long MOST_PIXELS = 100_000_000;

  /** Separators of any system, and what a shell or a file system takes for something else. */
  private static final String NOT_IN_NAMES = "/\\:*?\"<>|";

  /**
   * Looks at a file.
   *
   * @param typed its name as it was sent
   * @throws ProblemException 413 when it is too large, 415 when its content is no PDF, PNG or JPEG,
   *     422 when its name or size is not acceptable
   */
  public static BroughtFile of(String typed, Path content) {
    try {
      if (Files.size(content) > LARGEST) {
        throw Problem.FILE_TOO_LARGE.with(Integer.toString(LARGEST / 1024 / 1024));
      }
      Sniffed sniffed = Sniffed.of(content).orElseThrow(Problem.FILE_TYPE::with);
      if (sniffed.pixels() > MOST_PIXELS) {
        throw refused("violation.file-pixels");
      }
      return new BroughtFile(name(typed, sniffed.kind()), sniffed.kind(), content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a file that was brought", e);
    }
  }

  private static String name(String typed, FileKind kind) {
    String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (name.startsWith(".")
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || !name.codePoints().allMatch(BroughtFile::isInNames)) {
      throw refused("violation.file-name");
    }
    if (!kind.suits(name)) {
      throw refused("violation.file-ending", kind.mediaType());
    }
    return name;
  }

  private static boolean isInNames(int at) {
    return switch (Character.getType(at)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> NOT_IN_NAMES.indexOf(at) < 0;
    };
  }

  private static ProblemException refused(String messageKey, Object... arguments) {
    return StandardProblem.VALIDATION.with().violation("file", messageKey, arguments);
  }
}
