package org.fapiaosuite.ordersync.fact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that describes an order: what it is called, who paid, why money went back. Such a text never
 * keeps an order out; what is wrong with it is mended where no reader would miss it.
 */
final class DescribingText {

  /** A line end in a name is an attempt at a header; a tab is a slip of the keyboard. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  /** Half characters, which no database stores, and marks that are never seen. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cs}\\u00AD\\u200B\\uFEFF]");

  private static final String CUT = "…";

  private DescribingText() {}

  /**
   * The text without what cannot be kept, and not longer than so many characters; null when nothing
   * is left of it.
   */
  static @Nullable String of(@Nullable String told, int longest) {
    if (told == null) {
      return null;
    }
    String text = CONTROLS.matcher(UNSEEN.matcher(told).replaceAll("")).replaceAll(" ").strip();
    if (text.codePointCount(0, text.length()) > longest) {
      text = text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + CUT;
    }
    return text.isBlank() ? null : text;
  }
}
