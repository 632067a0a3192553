package org.fapiaosuite.kernel;

import java.text.Normalizer;
import java.util.stream.IntStream;

/**
 * Characters that are no letters of their own but a way of drawing some: ligatures such as {@code
 * ﬁ}, and the forms of an Arabic letter within a word. Whatever prints text chooses them by itself,
 * and whatever copies text out of a PDF takes them apart again, so that none can be kept.
 */
final class PresentationForms {

  private static final int FIRST = 0xFB00;
  private static final int LAST = 0xFDFF;
  private static final int FIRST_OF_ARABIC_B = 0xFE70;
  private static final int LAST_OF_ARABIC_B = 0xFEFC;

  private PresentationForms() {}

  /** Whether a character is of the blocks that have nothing else (Unicode, Blocks.txt). */
  static boolean includes(int at) {
    return (at >= FIRST && at <= LAST) || (at >= FIRST_OF_ARABIC_B && at <= LAST_OF_ARABIC_B);
  }

  /** The letters that a form draws; itself where Unicode names none. */
  static IntStream letters(int at) {
    return Normalizer.normalize(Character.toString(at), Normalizer.Form.NFKC).codePoints();
  }
}
