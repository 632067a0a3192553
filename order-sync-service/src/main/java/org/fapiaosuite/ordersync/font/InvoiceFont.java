package org.fapiaosuite.ordersync.font;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The fonts of the order invoice: one for nearly everything, and one for the characters of Hong
 * Kong and Macao beyond it, which is read when the first of them has to be drawn.
 */
@ApplicationScoped
public class InvoiceFont {

  private static final int FIRST_BEYOND_ASCII = 0x80;

  private final FontFace main = new FontFace("Noto Sans SC", "NotoSansSC-Regular.ttf");
  private final FontFace further = new FontFace("Noto Sans HK", "NotoSansHK-Regular.ttf");

  /** Whether this build has the font; without it there are no invoices. */
  public boolean isAvailable() {
    return main.isAvailable();
  }

  /** The font that draws all that it can. */
  public FontFace main() {
    return main;
  }

  /** The fonts, in the order in which they are asked. */
  public List<FontFace> faces() {
    return List.of(main, further);
  }

  /** The font that draws a character; none where no font has it. */
  public Optional<FontFace> faceOf(int character) {
    return faces().stream().filter(face -> face.glyph(character) != 0).findFirst();
  }

  /**
   * The characters of a text that should be seen and cannot be drawn, each once; the end of a line
   * is none.
   */
  public List<Integer> missing(String text) {
    if (!isAvailable() || text.chars().allMatch(at -> at < FIRST_BEYOND_ASCII)) {
      return List.of();
    }
    return text.codePoints()
        .filter(character -> !Character.isISOControl(character) && !isInvisible(character))
        .filter(character -> faceOf(character).isEmpty())
        .distinct()
        .boxed()
        .toList();
  }

  /** Characters that say how others are drawn or read, and are not drawn themselves. */
  public static boolean isInvisible(int character) {
    boolean variation =
        (character >= 0xFE00 && character <= 0xFE0F)
            || (character >= 0xE0100 && character <= 0xE01EF);
    return variation
        || Character.getType(character) == Character.FORMAT
        || Character.isSpaceChar(character);
  }
}
