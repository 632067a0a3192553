package org.fapiaosuite.ordersync.font;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The Chinese font. Which glyph it draws a character with is read from it when it is first asked
 * for; the font itself is not kept in memory.
 */
@ApplicationScoped
public class InvoiceFont {

  /** The family's name in a style sheet. */
  public static final String FAMILY = "Noto Sans SC";

  private static final String RESOURCE = "fonts/NotoSansSC-Regular.ttf";

  /** Han characters end in plane 3; no font of text goes beyond it. */
  private static final int CHARACTERS = 0x34000;

  private final @Nullable URL resource =
      Thread.currentThread().getContextClassLoader().getResource(RESOURCE);
  private volatile char @Nullable [] glyphs;

  /** Whether this build has the font; without it there are no invoices. */
  public boolean isAvailable() {
    return resource != null;
  }

  /** The font's file. */
  public InputStream open() {
    try {
      return Objects.requireNonNull(resource, "built without " + RESOURCE).openStream();
    } catch (IOException e) {
      throw new UncheckedIOException("font cannot be read", e);
    }
  }

  /** The number of the glyph that a character is drawn with; 0 for one that cannot be drawn. */
  public int glyph(int character) {
    return character < CHARACTERS ? table()[character] : 0;
  }

  /** Whether a text has something of the kind that is drawn, and the font does not draw it. */
  public List<Integer> missing(String text) {
    if (!isAvailable() || text.chars().allMatch(at -> at < 0x80)) {
      return List.of();
    }
    return text.codePoints()
        .filter(character -> !isInvisible(character) && glyph(character) == 0)
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

  private char[] table() {
    char[] known = glyphs;
    if (known == null) {
      known = read();
      glyphs = known;
    }
    return known;
  }

  private char[] read() {
    try (InputStream in = open();
        TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(in))) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      char[] table = new char[CHARACTERS];
      for (int character = 0; character < CHARACTERS; character++) {
        table[character] = (char) lookup.getGlyphId(character);
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("font cannot be read", e);
    }
  }
}
