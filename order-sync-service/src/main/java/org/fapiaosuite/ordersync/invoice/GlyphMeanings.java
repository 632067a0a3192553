package org.fapiaosuite.ordersync.invoice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * What the codes of a font mean: its ToUnicode CMap (ISO 32000-1, 9.10.3).
 *
 * @param byCode the characters of each code, as PDFBox noted them
 */
record GlyphMeanings(COSStream stream, String cmap, Map<Integer, String> byCode) {

  private static final Pattern BLOCK =
      Pattern.compile("\\d+ beginbfrange\\s+(.*?)\\s*endbfrange\\s+", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile("<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}+)>");
  private static final int MOST_IN_A_BLOCK = 100;

  static GlyphMeanings of(PDType0Font font) throws IOException {
    COSStream stream = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
    try (var in = stream.createInputStream()) {
      String cmap = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new GlyphMeanings(stream, cmap, read(cmap));
    }
  }

  void write(Map<Integer, String> meanings) throws IOException {
    String rest = BLOCK.matcher(cmap).replaceAll("");
    String written =
        rest.replaceFirst(
            "endcodespacerange\\s+",
            Matcher.quoteReplacement("endcodespacerange\n" + blocks(meanings)));
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(written.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Map<Integer, String> read(String cmap) {
    Map<Integer, String> meanings = new TreeMap<>();
    Matcher block = BLOCK.matcher(cmap);
    while (block.find()) {
      Matcher range = RANGE.matcher(block.group(1));
      while (range.find()) {
        int first = Integer.parseInt(range.group(1), 16);
        int last = Integer.parseInt(range.group(2), 16);
        int character =
            new String(HexFormat.of().parseHex(range.group(3)), StandardCharsets.UTF_16BE)
                .codePointAt(0);
        for (int code = first; code <= last; code++) {
          meanings.put(code, Character.toString(character + code - first));
        }
      }
    }
    return meanings;
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
