package org.fapiaosuite.ordersync.invoice;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.fapiaosuite.ordersync.font.FontFace;
import org.fapiaosuite.ordersync.font.InvoiceFont;

/**
 * Mends what is read, searched and copied out of a PDF. A Chinese font draws 门 (U+95E8) and the
 * radical ⻔ (U+2ED4) with one glyph, 户 and 戶 with another, and 〓 for whatever it lacks; PDFBox
 * notes one of the characters as the glyph's meaning, whichever was meant. Here each glyph is given
 * the meaning that the page's text has at its place. Where one glyph stands for several characters
 * of a page, all but the first of them get codes of their own, which draw the same.
 */
final class ReadableText {

  private final InvoiceFont font;
  private final DrawnPage page;

  /** The characters that each glyph of a font stands for, in the order in which they are drawn. */
  private final Map<FontFace, Map<Integer, Occurrences>> faces = new HashMap<>();

  private ReadableText(InvoiceFont font, DrawnPage page) {
    this.font = font;
    this.page = page;
  }

  static void mend(PDDocument document, DrawnPage page, InvoiceFont font) throws IOException {
    ReadableText text = new ReadableText(font, page);
    text.count();
    text.mend(document);
  }

  private void count() {
    for (int i = 0; i < page.drawn().length; i++) {
      int drawn = page.drawn()[i];
      FontFace face = font.faceOf(drawn).orElse(font.main());
      faces
          .computeIfAbsent(face, first -> new HashMap<>())
          .computeIfAbsent(face.glyph(drawn), glyph -> new Occurrences())
          .add(page.meant()[i]);
    }
  }

  private void mend(PDDocument document) throws IOException {
    Map<COSDictionary, PDType0Font> fonts = new LinkedHashMap<>();
    for (PDPage sheet : document.getPages()) {
      for (COSName name : sheet.getResources().getFontNames()) {
        PDFont used = sheet.getResources().getFont(name);
        if (used instanceof PDType0Font type0) {
          fonts.put(type0.getCOSObject(), type0);
        }
      }
    }
    for (PDType0Font used : fonts.values()) {
      mend(document, used);
    }
  }

  private void mend(PDDocument document, PDType0Font used) throws IOException {
    Map<Integer, Occurrences> glyphs =
        font.faces().stream()
            .filter(face -> face.isNamed(used.getName()))
            .findFirst()
            .map(face -> faces.getOrDefault(face, Map.of()))
            .orElse(Map.of());
    GlyphMeanings meanings = GlyphMeanings.of(used);
    Map<Integer, String> mended = new TreeMap<>(meanings.byCode());
    mended.replaceAll((code, noted) -> apart(noted));
    glyphs.forEach(
        (glyph, occurrences) ->
            mended.computeIfPresent(
                glyph, (code, noted) -> Character.toString(occurrences.first())));
    DrawnCodes codes = new DrawnCodes(document, used);
    mended.putAll(codes.distinguish(ambiguous(glyphs, codes.counts())));
    meanings.write(mended);
  }

  /** What the font draws as one of several characters: ff, fi, and the dash of two or three. */
  private static String apart(String drawn) {
    return switch (drawn) {
      case "\u2E3A" -> "\u2014\u2014";
      case "\u2E3B" -> "\u2014\u2014\u2014";
      default -> Normalizer.normalize(drawn, Normalizer.Form.NFKC);
    };
  }

  /** Only where each place of a glyph is known, so that nothing is ever given a wrong meaning. */
  private static Map<Integer, List<Integer>> ambiguous(
      Map<Integer, Occurrences> glyphs, Map<Integer, Integer> drawn) {
    Map<Integer, List<Integer>> ambiguous = new TreeMap<>();
    glyphs.forEach(
        (glyph, occurrences) -> {
          if (occurrences.isAmbiguous()
              && occurrences.characters().size() == drawn.getOrDefault(glyph, 0)) {
            ambiguous.put(glyph, occurrences.characters());
          }
        });
    return ambiguous;
  }
}
