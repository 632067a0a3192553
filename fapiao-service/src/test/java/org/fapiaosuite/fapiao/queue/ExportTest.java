package org.fapiaosuite.fapiao.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fapiaosuite.fapiao.Story.DESK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet gets to see of the queue. */
@QuarkusTest
class ExportTest {

  private static final String HEADINGS =
      "Application,Status,Orders,Title,Type,Medium,Net amount,Tax,Amount,Confirmed (China time),"
          + "Due (China time),Delivery,Carrier,Waybill,Fapiao numbers,Issued on";

  private final Story story = new Story();
  private final UUID clerk = UUID.randomUUID();

  @Test
  void a_csv_has_a_line_for_each_application_and_nothing_private() {
    // Given
    String number = Story.number();
    String id = story.accepted(story.invoiceableBill("10.60"));
    Story.issue(id, number).then().statusCode(200);
    Map<String, String> parcel = Map.of("carrier", "SF", "waybill", "SF1234567890123");
    Story.staff("CLERK").body(parcel).post(DESK + "/" + id + "/mail-out").then().statusCode(200);
    String order = story.application(id).getString("items[0].orderNumber");

    // When
    Response answer = export("csv", "search=" + order);

    // Then
    answer
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
        .header("Content-Disposition", equalTo("attachment; filename=\"applications.csv\""));
    byte[] bytes = answer.asByteArray();
    assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, Arrays.copyOf(bytes, 3));
    String[] lines = new String(bytes, 3, bytes.length - 3, UTF_8).split("\r\n", -1);
    assertEquals(3, lines.length);
    assertEquals(HEADINGS, lines[0]);
    assertEquals("", lines[2]);
    assertTrue(
        lines[1].startsWith(id + ",MAILED_OUT," + order + ",王小明,ORDINARY,PAPER,10.00,0.60,10.60,"),
        lines[1]);
    assertTrue(
        lines[1].endsWith(",SF_COLLECT,SF,SF1234567890123,3100261320-" + number + ",2026-11-18"),
        lines[1]);
    assertFalse(lines[1].contains("13800138000") || lines[1].contains("科苑路"), lines[1]);
  }

  @Test
  void a_workbook_has_the_same_as_text() throws IOException {
    String id = story.submitted(story.invoiceableBill("10.60"));
    String order = story.application(id).getString("items[0].orderNumber");

    Response answer = export("xlsx", "search=" + order);

    answer
        .then()
        .statusCode(200)
        .header(
            "Content-Type",
            equalTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .header("Content-Disposition", containsString("applications.xlsx"));
    List<List<String>> lines = read(answer.asByteArray());
    assertEquals(2, lines.size());
    assertEquals(HEADINGS, String.join(",", lines.get(0)));
    assertEquals(
        List.of(id, "SUBMITTED", order, "王小明", "ORDINARY", "PAPER", "10.00", "0.60", "10.60"),
        lines.get(1).subList(0, 9));
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 发票抬头", "de, Rechnungsempfänger"})
  void headings_are_in_the_callers_language(String language, String title) {
    String csv =
        Story.staff("LEAD")
            .header("Accept-Language", language)
            .get(DESK + ".csv?search=nothing")
            .asString();

    assertEquals(title, csv.split(",", -1)[3]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=HYPERLINK(\"x\")"})
  void no_cell_is_a_formula(String text) throws IOException {
    List<String> cells = List.of(text, "a\"b", "c,d", "e\nf", "g=h", "");

    String csv = written(Exports.Format.CSV, cells).toString(UTF_8);
    byte[] book = written(Exports.Format.XLSX, cells).toByteArray();

    assertTrue(csv.contains("'" + text.replace("\"", "\"\"")), csv);
    assertTrue(csv.contains(",\"a\"\"b\",\"c,d\",\"e\nf\",g=h,\r\n"), csv);
    List<String> line = read(book).get(0);
    assertEquals(List.of("a\"b", "c,d", "e\nf", "g=h", ""), line.subList(1, 6));
  }

  @Test
  void an_export_is_one_row_of_the_trail_with_all_it_showed() {
    String id = story.submitted(story.invoiceableBill("10.60"));
    String order = story.application(id).getString("items[0].orderNumber");

    export("csv", "search=" + order).then().statusCode(200);

    assertEquals(
        "exportApplicationsCsv {" + id + "}",
        Database.query(
            "SELECT string_agg(action || ' ' || subjects::text, '; ') FROM audit_entry"
                + " WHERE actor = '"
                + clerk
                + "'"));
  }

  private Response export(String format, String query) {
    return Story.as(TestTokens.staff(clerk, "CLERK")).get(DESK + "." + format + "?" + query);
  }

  private static ByteArrayOutputStream written(Exports.Format format, List<String> cells)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExportFile file = format == Exports.Format.CSV ? new CsvFile(out) : new XlsxFile(out)) {
      file.line(cells);
    }
    return out;
  }

  private static List<List<String>> read(byte[] book) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      for (Row row : sheet) {
        List<String> line = new ArrayList<>();
        for (Cell cell : row) {
          assertTrue(cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.BLANK);
          assertTrue(cell.getCellStyle().getQuotePrefixed());
          line.add(cell.getStringCellValue());
        }
        lines.add(line);
      }
    }
    return lines;
  }
}
