package org.fapiaosuite.ordersync.invoice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Mends what is read, searched and copied out of a PDF. A Chinese font draws 示 (U+793A) and the
 * Kangxi radical ⽰ (U+2F70) with one glyph; PDFBox notes the radical as the glyph's meaning, so a
 * name copied from the document would not be the name. Here each radical becomes its character.
 */
final class ReadableText {
  private static final Pattern BLOCK =
      Pattern.compile("\\d+ beginbfrange\\s+(.*?)\\s*endbfrange\\s+", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile("<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}+)>");
  private static final int MOST_IN_A_BLOCK = 100;

  private ReadableText() {}

  static void mend(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      for (COSName name : resources.getFontNames()) {
        COSDictionary font = resources.getFont(name).getCOSObject();
        COSStream meanings = font.getCOSStream(COSName.TO_UNICODE);
        if (meanings != null) {
          mend(meanings);
        }
      }
    }
  }

  private static void mend(COSStream meanings) throws IOException {
    String text;
    try (var in = meanings.createInputStream()) {
      text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
    String mended = mend(text);
    try (OutputStream out = meanings.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(mended.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String mend(String text) {
    Map<Integer, String> meanings = new TreeMap<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      Matcher range = RANGE.matcher(block.group(1));
      while (range.find()) {
        int first = Integer.parseInt(range.group(1), 16);
        int last = Integer.parseInt(range.group(2), 16);
        String start =
            new String(HexFormat.of().parseHex(range.group(3)), StandardCharsets.UTF_16BE);
        int character = start.codePointAt(0);
        for (int glyph = first; glyph <= last; glyph++) {
          meanings.put(glyph, character(character + glyph - first));
        }
      }
    }
    String rest = block.reset().replaceAll("");
    return rest.replaceFirst(
        "endcodespacerange\\s+",
        Matcher.quoteReplacement("endcodespacerange\n" + blocks(meanings)));
  }

  private static String character(int codePoint) {
    String text = Character.toString(codePoint);
    boolean radical = codePoint >= 0x2E80 && codePoint <= 0x2FD5;
    return radical ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
  }

  private static String blocks(Map<Integer, String> meanings) {
    StringBuilder text = new StringBuilder();
    Iterator<Map.Entry<Integer, String>> rest = meanings.entrySet().iterator();
    for (int left = meanings.size(); left > 0; left -= MOST_IN_A_BLOCK) {
      int size = Math.min(left, MOST_IN_A_BLOCK);
      text.append(size).append(" beginbfchar\n");
      for (int i = 0; i < size; i++) {
        Map.Entry<Integer, String> meaning = rest.next();
        String hex =
            HexFormat.of()
                .withUpperCase()
                .formatHex(meaning.getValue().getBytes(StandardCharsets.UTF_16BE));
        text.append("<%04X> <%s>\n".formatted(meaning.getKey(), hex));
      }
      text.append("endbfchar\n");
    }
    return text.toString();
  }
}
