package org.fapiaosuite.ordersync.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One font. Which glyph it draws a character with is read from it when it is first asked for; the
 * font itself is not kept in memory.
 */
public final class FontFace {

  /** Han characters end in plane 3; no font of text goes beyond it. */
  private static final int CHARACTERS = 0x34000;

  /** One font at a time: reading one takes several times its 10 MB, a quarter of a small heap. */
  private static final Object READING = new Object();

  private final String family;
  private final @Nullable URL resource;
  private volatile char @Nullable [] glyphs;

  FontFace(String family, String file) {
    this.family = family;
    this.resource = Thread.currentThread().getContextClassLoader().getResource("fonts/" + file);
  }

  /** Its family's name in a style sheet. */
  public String family() {
    return family;
  }

  /** Whether this build has it. */
  public boolean isAvailable() {
    return resource != null;
  }

  /** Whether a font embedded in a document, by its name there, is this one or a part of it. */
  public boolean isNamed(String embedded) {
    return embedded.contains(family.replace(" ", ""));
  }

  /** Its file. */
  public InputStream open() {
    try {
      return Objects.requireNonNull(resource, "built without " + family).openStream();
    } catch (IOException e) {
      throw new UncheckedIOException("font cannot be read", e);
    }
  }

  /** The number of the glyph that it draws a character with; 0 for one that it cannot draw. */
  public int glyph(int character) {
    return isAvailable() && character < CHARACTERS ? table()[character] : 0;
  }

  private char[] table() {
    char[] known = glyphs;
    if (known == null) {
      synchronized (READING) {
        known = glyphs;
        if (known == null) {
          known = read();
          glyphs = known;
        }
      }
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
