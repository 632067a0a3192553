package org.fapiaosuite.ordersync.invoice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The codes that a document draws with one font, two bytes each, in the order of drawing. */
final class DrawnCodes {

  private static final int BYTES = 2;

  private final PDDocument document;
  private final PDType0Font font;

  /** A code for each pair of glyph and character that needs one. */
  private final Map<Integer, Map<Integer, Integer>> codes = new TreeMap<>();

  DrawnCodes(PDDocument document, PDType0Font font) {
    this.document = document;
    this.font = font;
  }

  /** How often each code is drawn. */
  Map<Integer, Integer> counts() throws IOException {
    Map<Integer, Integer> counts = new HashMap<>();
    for (PDPage page : document.getPages()) {
      walk(
          page,
          code -> {
            counts.merge(code, 1, Integer::sum);
            return code;
          });
    }
    return counts;
  }

  /**
   * Draws characters that share a glyph with codes that do not.
   *
   * @param ambiguous the characters of each such glyph, one for each time that it is drawn
   * @return what the new codes mean
   */
  Map<Integer, String> distinguish(Map<Integer, List<Integer>> ambiguous) throws IOException {
    if (ambiguous.isEmpty()) {
      return Map.of();
    }
    byte[] glyphsOfCodes = glyphsOfCodes();
    int next = glyphsOfCodes.length / BYTES;
    for (Map.Entry<Integer, List<Integer>> glyph : ambiguous.entrySet()) {
      Map<Integer, Integer> byCharacter =
          codes.computeIfAbsent(glyph.getKey(), code -> new TreeMap<>());
      byCharacter.put(glyph.getValue().get(0), glyph.getKey());
      for (int character : glyph.getValue()) {
        if (!byCharacter.containsKey(character)) {
          byCharacter.put(character, next++);
        }
      }
    }
    replace(ambiguous);
    return describe(glyphsOfCodes, next);
  }

  private void replace(Map<Integer, List<Integer>> ambiguous) throws IOException {
    Map<Integer, Integer> places = new HashMap<>();
    for (PDPage page : document.getPages()) {
      List<Object> tokens =
          walk(
              page,
              code -> {
                List<Integer> characters = ambiguous.get(code);
                if (characters == null) {
                  return code;
                }
                int place = places.merge(code, 1, Integer::sum) - 1;
                return codes.getOrDefault(code, Map.of()).getOrDefault(characters.get(place), code);
              });
      PDStream contents = new PDStream(document);
      try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
        new ContentStreamWriter(out).writeTokens(tokens);
      }
      page.setContents(contents);
    }
  }

  /** Tells the font of the new codes: which glyph, how wide, what it means. */
  private Map<Integer, String> describe(byte[] glyphsOfCodes, int end) throws IOException {
    Map<Integer, String> meanings = new TreeMap<>();
    byte[] extended = Arrays.copyOf(glyphsOfCodes, end * BYTES);
    COSArray widths = descendant().getCOSArray(COSName.W);
    for (Map.Entry<Integer, Map<Integer, Integer>> glyph : codes.entrySet()) {
      COSBase width = width(widths, glyph.getKey());
      for (Map.Entry<Integer, Integer> character : glyph.getValue().entrySet()) {
        int code = character.getValue();
        meanings.put(code, Character.toString(character.getKey()));
        if (code != glyph.getKey()) {
          System.arraycopy(glyphsOfCodes, glyph.getKey() * BYTES, extended, code * BYTES, BYTES);
          if (width != null) {
            widths.add(COSInteger.get(code));
            widths.add(new COSArray(List.of(width)));
          }
        }
      }
    }
    try (OutputStream out =
        descendant()
            .getCOSStream(COSName.CID_TO_GID_MAP)
            .createOutputStream(COSName.FLATE_DECODE)) {
      out.write(extended);
    }
    return meanings;
  }

  /**
   * The width of a code among those that PDFBox writes, each first code before the widths from
   * there on (ISO 32000-1, 9.7.4.3); null for one as wide as most.
   */
  private static @Nullable COSBase width(COSArray widths, int code) {
    for (int i = 0; i + 1 < widths.size(); i += 2) {
      int first = widths.getInt(i);
      if (widths.get(i + 1) instanceof COSArray run && code >= first && code < first + run.size()) {
        return run.get(code - first);
      }
    }
    return null;
  }

  private byte[] glyphsOfCodes() throws IOException {
    COSStream map = descendant().getCOSStream(COSName.CID_TO_GID_MAP);
    try (var in = map.createInputStream()) {
      return in.readAllBytes();
    }
  }

  private COSDictionary descendant() {
    return font.getDescendantFont().getCOSObject();
  }

  /** Goes over the codes of a page in the order of drawing and puts others in their place. */
  private List<Object> walk(PDPage page, IntUnaryOperator code) throws IOException {
    List<Object> tokens = new PDFStreamParser(page).parse();
    boolean ours = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (!(tokens.get(i) instanceof Operator operator)) {
        continue;
      }
      switch (operator.getName()) {
        case OperatorName.SET_FONT_AND_SIZE ->
            ours = isOurs(page.getResources().getFont((COSName) tokens.get(i - 2)));
        case OperatorName.SHOW_TEXT -> {
          if (ours) {
            tokens.set(i - 1, replaced((COSString) tokens.get(i - 1), code));
          }
        }
        case OperatorName.SHOW_TEXT_ADJUSTED -> {
          COSArray parts = (COSArray) tokens.get(i - 1);
          for (int part = 0; ours && part < parts.size(); part++) {
            if (parts.get(part) instanceof COSString text) {
              parts.set(part, replaced(text, code));
            }
          }
        }
        default -> {
          // draws no text
        }
      }
    }
    return tokens;
  }

  private boolean isOurs(PDFont used) {
    return used.getCOSObject() == font.getCOSObject();
  }

  private static COSString replaced(COSString text, IntUnaryOperator code) {
    byte[] bytes = text.getBytes();
    for (int at = 0; at + 1 < bytes.length; at += BYTES) {
      int put = code.applyAsInt((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
      bytes[at] = (byte) (put >> 8);
      bytes[at + 1] = (byte) put;
    }
    return new COSString(bytes, true);
  }
}
