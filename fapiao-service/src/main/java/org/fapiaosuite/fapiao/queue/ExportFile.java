package org.fapiaosuite.fapiao.queue;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written line by line, and whole once it is closed. */
interface ExportFile extends Closeable {

  /** What begins so is a formula to the programs that open such files. */
  String FORMULA = "=+-@\t\r＝＋－＠";

  /** Writes a line, the first one is the headings. */
  void line(List<String> cells) throws IOException;

  /** The text with an apostrophe before it where it would be taken for a formula. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
