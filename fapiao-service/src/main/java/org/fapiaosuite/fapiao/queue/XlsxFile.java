package org.fapiaosuite.fapiao.queue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook with one sheet of texts. A few lines at a time are in memory; the others wait, packed,
 * in a temporary file that is gone with the workbook.
 */
final class XlsxFile implements ExportFile {

  private static final int LINES_IN_MEMORY = 100;

  private final OutputStream out;
  private final SXSSFWorkbook book = new SXSSFWorkbook(null, LINES_IN_MEMORY, true, false);
  private final SXSSFSheet sheet = book.createSheet("Applications");
  private final CellStyle text = book.createCellStyle();
  private int lines;

  XlsxFile(OutputStream out) {
    this.out = out;
    // As if typed with an apostrophe before it: stays text when somebody edits the cell.
    text.setQuotePrefixed(true);
    sheet.createFreezePane(0, 1);
  }

  @Override
  public void line(List<String> cells) {
    Row row = sheet.createRow(lines++);
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
      row.getCell(i).setCellStyle(text);
    }
  }

  @Override
  public void close() throws IOException {
    try (book;
        out) {
      book.write(out);
    }
  }
}
