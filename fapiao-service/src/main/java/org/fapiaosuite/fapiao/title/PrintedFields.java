package org.fapiaosuite.fapiao.title;

import java.util.Optional;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.kernel.PrintedText;

/** Fields of a request whose text will stand on paper. */
public final class PrintedFields {

  private PrintedFields() {}

  /**
   * The text in the form in which it is kept; empty after naming what is wrong with it.
   *
   * @param path of the field within the request
   * @param longest the most characters it may have
   */
  public static Optional<String> read(
      String path, String sent, int longest, Violations violations) {
    return PrintedText.parse(sent, longest)
        .orTell(
            flaw -> {
              switch (flaw) {
                case BLANK -> violations.add(path, "violation.blank");
                case TOO_LONG -> violations.add(path, "violation.too-long", longest);
                case CHARACTERS -> violations.add(path, "violation.characters");
              }
            })
        .map(PrintedText::text);
  }
}
