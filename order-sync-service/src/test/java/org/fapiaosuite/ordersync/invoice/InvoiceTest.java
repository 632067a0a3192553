package org.fapiaosuite.ordersync.invoice;

import static io.restassured.RestAssured.given;
import static java.lang.Character.UnicodeBlock.ALPHABETIC_PRESENTATION_FORMS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fapiaosuite.kernel.PrintedText;
import org.fapiaosuite.kernel.Reading;
import org.fapiaosuite.ordersync.PaidOrder;
import org.fapiaosuite.ordersync.ServiceTest;
import org.fapiaosuite.ordersync.font.InvoiceFont;
import org.fapiaosuite.testkit.CaseFile;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Left out where the build had no npm to fetch the font with. */
@QuarkusTest
class InvoiceTest extends ServiceTest {
  @Inject InvoicePdf pdf;
  @Inject InvoiceFont font;

  private final ExecutorService five = Executors.newFixedThreadPool(5);

  @AfterEach
  void letGo() {
    five.shutdown();
  }

  @BeforeEach
  void withFont() {
    assumeTrue(font.isAvailable(), "built without npm, so without the font");
  }

  @Test
  void says_what_the_api_says_in_chinese_too() throws IOException {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    push(paid.refund("R-1", "270.00", NOW));
    work();

    // When
    Response answer = invoice(paid, TestTokens.customer(paid.customer()));

    // Then
    answer.then().statusCode(200).contentType("application/pdf");
    assertEquals(
        "inline; filename=\"" + paid.orderNumber() + ".pdf\"",
        answer.header("Content-Disposition"));
    try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
      String text = new PDFTextStripper().getText(document);
      for (String expected :
          new String[] {
            paid.orderNumber(),
            paid.transactionId(),
            "2026-11-17 12:00:00",
            "上海示例科技有限公司",
            "示例云服务（上海）有限公司",
            "不是发票",
            "Office 365 E3, 12 months",
            "CNY 1270.00",
            "-CNY 270.00",
            "CNY " + order(paid).getString("remainingAmount.value")
          }) {
        assertTrue(text.contains(expected), expected + " in " + text);
      }
      for (var name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+NotoSansSC.*"), font.getName());
      }
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 96);
      ImageIO.write(image, "png", new File("target/invoice.png"));
    }
    assertTrue(answer.asByteArray().length < 200_000, "only what is used of the font");
  }

  @Test
  void is_the_same_file_whenever_it_is_asked_for() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    String token = TestTokens.customer(paid.customer());
    byte[] first = invoice(paid, token).asByteArray();

    // When
    clock.advance(Duration.ofDays(2));

    // Then
    assertArrayEquals(first, invoice(paid, token).asByteArray());
  }

  @Test
  void shows_whatever_a_payer_may_be_called() throws IOException {
    // Given
    PaidOrder paid =
        new PaidOrder(
            "E-HOSTILE",
            "T-HOSTILE",
            "contoso-cn",
            "<script>alert(1)</script> & {inject:x} &amp; 张三（某某）有限公司·𠮷",
            "x@example.cn",
            "P".repeat(300) + " <img src='file:///etc/passwd'/> =1+1",
            1,
            "0.01",
            "CNY",
            NOW.toString());
    push(paid.push());

    // When
    Response answer = invoice(paid, TestTokens.customer(paid.customer()));

    // Then
    answer.then().statusCode(200);
    try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("<script>alert(1)</script>"), text);
      assertTrue(text.contains("{inject:x} &amp;"), text);
      assertTrue(text.contains("有限公司·𠮷"), text);
      assertTrue(text.contains("Not in the font: 〓 U+20BB7"), text);
      assertEquals(1, document.getNumberOfPages());
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 96),
          "png",
          new File("target/invoice-hostile.png"));
    }
  }

  @Test
  void goes_on_over_pages_with_many_refunds_that_add_up() throws IOException {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    for (int refund = 1; refund <= 60; refund++) {
      push(paid.refund("R-" + refund, "0.01", NOW));
    }
    work();

    // When
    Response answer = invoice(paid, TestTokens.customer(paid.customer()));

    // Then
    answer.then().statusCode(200);
    assertEquals("1269.40", order(paid).getString("remainingAmount.value"));
    try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
      assertTrue(document.getNumberOfPages() > 1);
      String text = new PDFTextStripper().getText(document);
      for (int refund = 1; refund <= 60; refund++) {
        assertTrue(text.contains("Refund R-" + refund + ","), "R-" + refund);
      }
      assertTrue(text.contains("CNY 1269.40"), text);
    }
  }

  @Test
  void a_handful_asked_for_at_once_wait_for_each_other() {
    // Given
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    String token = TestTokens.customer(paid.customer());

    // When
    List<CompletableFuture<Integer>> asked =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> invoice(paid, token).statusCode(), five))
            .limit(5)
            .toList();

    // Then
    asked.forEach(answer -> assertEquals(200, answer.join()));
  }

  @Test
  void is_for_its_customer_alone() {
    PaidOrder paid = PaidOrder.at(NOW);
    push(paid.push());
    invoice(paid, TestTokens.customer("simulator:stranger")).then().statusCode(404);
    invoice(paid, TestTokens.staff("LEAD")).then().statusCode(403);
    given().get("/api/v1/orders/" + paid.orderNumber() + "/invoice").then().statusCode(401);
  }

  /** Characters that share a glyph with a radical or a variant of another place. */
  @Test
  void names_of_everyday_characters_are_copied_as_they_were_typed() throws IOException {
    String names = "厦门长青马龙见贝车门韦页风飞食鱼鸟麦黄齐齿龟 户口 戶口 胶州 㬵 西安 一二人入八 户戶户 日月木水火土";

    assertEquals(letters(names), letters(copied(page(names))));
  }

  @Test
  void all_of_gb_2312_is_copied_as_it_was_typed() throws IOException {
    Charset gb2312 = Charset.forName("GB2312");
    StringBuilder all = new StringBuilder();
    for (int row = 0xB0; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++) {
        all.append(new String(new byte[] {(byte) row, (byte) cell}, gb2312));
      }
    }

    String text = copied(page(all.toString()));

    assertEquals(6763, all.length());
    assertEquals(all.toString(), letters(text));
  }

  /** The second font draws what Hong Kong and Macao write beyond the first one. */
  @Test
  void a_character_of_hong_kong_is_drawn_and_copied() throws IOException {
    byte[] file = page("香港𨋢有限公司 𨋢 𠝹 𠮷");

    try (PDDocument document = Loader.loadPDF(file)) {
      List<String> fonts = new ArrayList<>();
      for (var name : document.getPage(0).getResources().getFontNames()) {
        fonts.add(document.getPage(0).getResources().getFont(name).getName().substring(7, 17));
      }
      assertTrue(fonts.containsAll(List.of("NotoSansSC", "NotoSansHK")), fonts.toString());
    }
    assertEquals("香港𨋢有限公司𨋢𠝹𠮷", letters(copied(file)));
    assertEquals(List.of(0x20BB7), font.missing("香港𨋢有限公司 𨋢 𠝹 𠮷"));
  }

  @Test
  void a_thousand_characters_beyond_the_basic_plane_are_copied_as_they_were_typed()
      throws IOException {
    StringBuilder all = new StringBuilder();
    for (int at = 0x20000; at < 0x20000 + 1000; at++) {
      all.appendCodePoint(at);
    }

    String text = copied(page(all.toString()));

    assertEquals(all.toString(), letters(text));
  }

  /** What is accepted as a title prints, and is copied back the same: the cases of the kernel. */
  @Test
  void every_name_that_is_accepted_is_copied_as_it_was_kept() throws IOException {
    List<String> names =
        Stream.concat(CaseFile.cases("names.tsv"), CaseFile.cases("addresses.tsv"))
            .filter(CaseFile.Case::isAccepted)
            .map(CaseFile.Case::normal)
            .toList();

    String text =
        letters(
            copied(
                page(String.join("</p><p>", names.stream().map(InvoiceTest::escaped).toList()))));

    names.forEach(name -> assertTrue(text.contains(letters(name)), name + " in " + text));
  }

  /** Between the words of a language that runs from left to right, with numbers and brackets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "شركة المثال",
        "上海 شركة المثال 有限公司",
        "شركة المثال (شنغهاي) 2026",
        "A&B שלום & עולם C&D",
        "שָׁלוֹם",
        "שָׁלוֹם עוֹלָם",
        "上海 שָׁלוֹם",
      })
  void a_name_that_is_read_from_the_right_is_copied_as_it_was_typed(String name)
      throws IOException {
    assertEquals(letters(name), letters(copied(page(escaped(name)))));
  }

  /** Words of both directions, with marks, numbers and brackets, in any order. */
  @Test
  void whatever_is_accepted_is_copied_as_it_was_kept() throws IOException {
    List<String> words =
        List.of(
            "上海",
            "有限公司",
            "abc",
            "É1",
            "2026",
            "（中国）",
            "(B)",
            "A&B",
            "-",
            "שלום",
            "שָׁלוֹם",
            "אבָ",
            "شركة",
            "شَرِكَةٌ",
            "٣٤",
            "กำไร",
            "हिन्दी");
    Random random = new Random(20261129);
    List<String> names =
        Stream.generate(
                () ->
                    random
                        .ints(1 + random.nextInt(4), 0, words.size())
                        .mapToObj(words::get)
                        .collect(Collectors.joining(random.nextBoolean() ? " " : "")))
            .limit(1000)
            .map(name -> PrintedText.parse(name, 100))
            .flatMap(InvoiceTest::read)
            .toList();

    List<String> copied =
        copied(page(String.join("</p><p>", names.stream().map(InvoiceTest::escaped).toList())))
            .lines()
            .map(InvoiceTest::letters)
            .filter(line -> !line.isEmpty())
            .toList();

    assertTrue(names.size() > 500, names.size() + " names");
    assertEquals(names.stream().map(InvoiceTest::letters).toList(), copied);
  }

  private static Stream<String> read(Reading<PrintedText, PrintedText.Flaw> reading) {
    return reading instanceof Reading.Read<PrintedText, PrintedText.Flaw> read
        ? Stream.of(read.value().text())
        : Stream.empty();
  }

  /** But Han and Hangul, which have tests of their own. */
  @Test
  void characters_of_all_blocks_are_copied_as_they_were_kept() throws IOException {
    List<String> names =
        IntStream.iterate(0x80, at -> at < 0x1F000, at -> at + 29)
            .filter(at -> !Character.isIdeographic(at) && (at < 0xAC00 || at > 0xD7A3))
            .filter(at -> !ALPHABETIC_PRESENTATION_FORMS.equals(Character.UnicodeBlock.of(at)))
            .mapToObj(at -> PrintedText.closest("王" + Character.toString(at) + "王", 9))
            .flatMap(Optional::stream)
            .map(PrintedText::text)
            .filter(name -> name.length() > 2)
            .toList();

    List<String> copied =
        copied(page(String.join("</p><p>", names.stream().map(InvoiceTest::escaped).toList())))
            .lines()
            .map(InvoiceTest::letters)
            .filter(line -> !line.isEmpty())
            .toList();

    assertTrue(names.size() > 900, names.size() + " names");
    assertEquals(names.stream().map(InvoiceTest::letters).toList(), copied);
  }

  @Test
  void what_the_font_lacks_is_warned_of_by_name() {
    PaidOrder lacking = withPayer("E-LACKING", "𠮷野家（上海）有限公司");
    PaidOrder drawn = withPayer("E-DRAWN", "吉野家（上海）有限公司");
    push(lacking.push());
    push(drawn.push());
    work();

    JsonPath warned = order(lacking);

    assertEquals("NAME_NOT_DRAWABLE", warned.getString("warnings[0].code"));
    assertEquals("payerName", warned.getString("warnings[0].field"));
    assertTrue(
        warned.getString("warnings[0].message").contains("𠮷 (U+20BB7)"),
        warned.getString("warnings[0].message"));
    assertEquals(List.of(), order(drawn).getList("warnings"));
  }

  private static PaidOrder withPayer(String number, String payer) {
    PaidOrder paid = PaidOrder.at(NOW);
    return new PaidOrder(
        number,
        paid.transactionId(),
        paid.customerId(),
        payer,
        paid.payerEmail(),
        paid.product(),
        paid.quantity(),
        paid.amount(),
        paid.currency(),
        paid.paidAt());
  }

  private byte[] page(String text) throws IOException {
    return pdf.render(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title><style>"
                + "body { font-family: 'Noto Sans SC', 'Noto Sans HK'; word-wrap: break-word; }</style></head><body><p>"
                + text
                + "</p></body></html>",
            "t",
            NOW)
        .orElseThrow();
  }

  private static String copied(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\h]", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  private static Response invoice(PaidOrder paid, String token) {
    return given().auth().oauth2(token).get("/api/v1/orders/" + paid.orderNumber() + "/invoice");
  }
}
