package org.fapiaosuite.fapiao.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which Excel knows it. */
final class CsvFile implements ExportFile {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Writer out;

  CsvFile(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.out.write(BYTE_ORDER_MARK);
  }

  @Override
  public void line(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      write(ExportFile.harmless(cells.get(i)));
    }
    out.write("\r\n");
  }

  private void write(String text) throws IOException {
    if (text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0)) {
      out.write(text);
      return;
    }
    out.write('"');
    out.write(text.replace("\"", "\"\""));
    out.write('"');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
