package org.fapiaosuite.notification.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fapiaosuite.notification.templates.MailTexts.WrittenMail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each mail must say, in each language; how it says it is the templates' business. */
@QuarkusTest
class MailTextsTest {
  static final String SECRET = "ABCDEFGHJKMNPQRSTVWXYZ01";

  private static final String CASE =
      "https://fapiao.example/support/01932c11-7c11-7abc-9def-0123456789ab";

  private static final String APPLICATION =
      "https://fapiao.example/applications/01932c11-7c11-7abc-9def-0123456789ac";
  private static final String BILLS = "https://fapiao.example/bills";
  private static final String SIGN_IN = "https://fapiao.example/sign-in";

  /** Each mail is looked at from many sides, and written once. */
  private static final Map<String, WrittenMail> WRITTEN = new HashMap<>();

  @Inject MailTexts texts;

  /** Everything any mail can tell. */
  static Facts everything() {
    return FactsJson.read(
        """
        {"orderNumbers":["E0700K3M9Q"],
         "applicationId":"01932c11-7c11-7abc-9def-0123456789ac","product":"Office 365 E3, 12 months",
         "amount":{"currency":"CNY","value":"1270.00"},
         "reducedBy":{"currency":"CNY","value":"270.00"},
         "waitsFor":"PAYER","since":"2026-11-17T04:00:00Z",
         "invoiceableFrom":"2026-11-20T01:29:58Z","title":"上海示例科技有限公司",
         "dueAt":"2026-11-24T09:30:00Z","provisional":true,
         "expectedIssueAt":"2026-12-01T02:00:00Z","reason":"Tax id <b>missing</b> & wrong",
         "by":"SYSTEM",
         "fapiaos":[{"numberScheme":"LEGACY_CODE_NUMBER","code":"3100261320",
           "number":"12345678","issuedOn":"2026-11-23"}],
         "fapiao":{"code":"3100261320","number":"00345678","issuedOn":"2026-11-20"},
         "redLetter":{"number":"26317000000000000099","issuedOn":"2026-12-02"},
         "left":{"currency":"CNY","value":"1000.00"},
         "carrier":"SF","waybill":"SF1234567890123",
         "trackingUrl":"https://carrier.example/SF1234567890123",
         "pickupUntil":"2026-12-05T09:00:00Z","applicantEmail":"applicant@contoso.example",
         "newEmail":"new.address@contoso.example","at":"2026-11-26T03:00:00Z","day":"2026-11-20",
         "items":[{"type":"SPECIAL","medium":"PAPER","available":1207,"threshold":1250,
           "waiting":31}],"applications":37,
         "caseId":"01932c11-7c11-7abc-9def-0123456789ab","caseKind":"TITLE_CHANGE",
         "sendBack":{"situation":"PAPER_SPECIAL",
           "recipient":{"zh-CN":"发票服务中心 Zhu","en":"Service centre Zhu","de":"Servicecenter Zhu"},
           "address":{"zh-CN":"科苑路 88","en":"Keyuan Road 88","de":"Keyuan Road 88"},
           "phone":"021-28986102"}}""");
  }

  /** Facts that must be in both parts of a mail of this kind, whatever the language. */
  private static List<String> required(MailKind kind) {
    return switch (kind) {
      case ORDER_CONFIRMATION ->
          List.of(
              "E0700K3M9Q",
              "Office 365 E3, 12 months",
              "https://fapiao.example/register#order=E0700K3M9Q&claim=" + SECRET);
      case ORDER_CONFIRMATION_KNOWN -> List.of("E0700K3M9Q", "Office 365 E3, 12 months", BILLS);
      case CLAIM_GRANTED -> List.of("E0700K3M9Q", BILLS);
      case CLAIM_WAITING -> List.of("E0700K3M9Q", "12:00");
      case ACTIVATION ->
          List.of("E0700K3M9Q", "https://fapiao.example/activate#token=" + SECRET, "24");
      case ALREADY_REGISTERED -> List.of("E0700K3M9Q", SIGN_IN);
      case ORDER_NOT_YET_KNOWN -> List.of("E0700K3M9Q");
      case CLAIM_APPROVAL ->
          List.of(
              "E0700K3M9Q",
              "applicant@contoso.example",
              "https://fapiao.example/claims#token=" + SECRET);
      case PASSWORD_RESET -> List.of("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01", "60", SIGN_IN);
      case PASSWORD_CHANGED -> List.of("(86) 400-089-0365");
      case EMAIL_CHANGE_CONFIRMATION ->
          List.of("https://fapiao.example/email-change#token=" + SECRET, "24");
      case EMAIL_CHANGE_NOTICE -> List.of("n***@contoso.example", "24");
      case EMAIL_CHANGED -> List.of("n***@contoso.example");
      case APPLICATION_RECEIVED -> List.of("E0700K3M9Q", "上海示例科技有限公司", "17:30", APPLICATION);
      case WAITING_FOR_STOCK -> List.of("E0700K3M9Q", "10:00", "<b>missing</b> & wrong");
      case ISSUED -> List.of("E0700K3M9Q", "3100261320", "12345678", APPLICATION);
      case MAILED_OUT ->
          List.of("E0700K3M9Q", "SF1234567890123", "https://carrier.example/SF1234567890123", "到付");
      case READY_FOR_PICKUP -> List.of("E0700K3M9Q", "ABCD-EFGH", "021-28986102", "17:00", "9:00");
      case REJECTED -> List.of("E0700K3M9Q", "Tax id <b>missing</b> & wrong", BILLS);
      case REDUCED -> List.of("E0700K3M9Q", "<b>missing</b> & wrong", "270");
      case CANCELLED -> List.of("E0700K3M9Q", "<b>missing</b> & wrong");
      case RETURNED_TO_SENDER -> List.of("E0700K3M9Q", APPLICATION);
      case LOST -> List.of("E0700K3M9Q");
      case COMPLETED -> List.of("E0700K3M9Q", "11:00");
      case PICKUP_REMINDER -> List.of("E0700K3M9Q", "ABCD-EFGH", "021-28986102", "17:00", "9:00");
      case PICKUP_LAPSED -> List.of("E0700K3M9Q", APPLICATION, "17:00");
      case SUPPORT_CASE_OPENED ->
          List.of("E0700K3M9Q", CASE, "17:30", " Zhu", " 88", "021-28986102", "抵扣联");
      case SUPPORT_CASE_ANSWERED, SUPPORT_CASE_RESOLVED -> List.of("E0700K3M9Q", CASE);
      case VOIDED -> List.of("E0700K3M9Q", "3100261320", "00345678", APPLICATION);
      case RED_LETTERED -> List.of("E0700K3M9Q", "00345678", "26317000000000000099", APPLICATION);
      case REISSUED -> List.of("E0700K3M9Q", "上海示例科技有限公司", "17:30", APPLICATION);
      case STOCK_LOW -> List.of("1207", "1250", "31");
      case DEFICIT_FOUND -> List.of("E0700K3M9Q", "270");
      case PROMISE_AT_RISK -> List.of("E0700K3M9Q", "37", "17:30");
    };
  }

  static List<Object[]> everyMail() {
    List<Object[]> mails = new ArrayList<>();
    for (MailKind kind : MailKind.values()) {
      for (Language language : Language.values()) {
        mails.add(new Object[] {kind, language});
      }
    }
    return mails;
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void a_mail_says_what_it_must_in_both_parts(MailKind kind, Language language) {
    WrittenMail mail = write(kind, language.tag());

    for (String fact : required(kind)) {
      assertTrue(mail.text().contains(fact), fact + " is missing in:\n" + mail.text());
      String escaped = fact.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      assertTrue(mail.html().contains(escaped), fact + " is missing in:\n" + mail.html());
    }
    assertTrue(mail.text().contains("(86) 400-089-0365"), "no service phone");
    assertFalse(mail.html().contains("<b>missing"), "a value became markup");
    assertFalse(mail.text().contains("NOT_FOUND"), mail.text());
    assertEquals(language.tag(), mail.language());
  }

  /** Leaves every mail in target/mails; deploy/bench/mail-pictures makes pictures of them. */
  @ParameterizedTest
  @MethodSource("everyMail")
  void a_mail_can_be_looked_at(MailKind kind, Language language) throws IOException {
    WrittenMail mail = write(kind, language.tag());
    Path folder = Files.createDirectories(Path.of("target/mails"));
    String name = kind.name().toLowerCase(Locale.ROOT) + "." + language.tag();

    Files.writeString(folder.resolve(name + ".html"), mail.html());
    Files.writeString(folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());

    assertTrue(Files.size(folder.resolve(name + ".html")) > 1000);
  }

  @Test
  void a_mail_in_two_languages_can_be_looked_at() throws IOException {
    WrittenMail mail = write(MailKind.ORDER_CONFIRMATION, null);
    Path folder = Files.createDirectories(Path.of("target/mails"));

    Files.writeString(folder.resolve("order_confirmation.both.html"), mail.html());
    Files.writeString(
        folder.resolve("order_confirmation.both.txt"), mail.subject() + "\n\n" + mail.text());

    assertEquals("zh-CN", mail.language());
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void a_mail_works_without_pictures_scripts_and_tracking(MailKind kind, Language language) {
    String html = write(kind, language.tag()).html();

    for (String forbidden : List.of("<img", "<script", "url(", "<iframe", "<form", "@import")) {
      assertFalse(html.contains(forbidden), forbidden);
    }
    Pattern.compile("href=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(link -> link.group(1))
        .forEach(
            link ->
                assertTrue(
                    link.startsWith("https://fapiao.example/")
                        || link.equals("https://carrier.example/SF1234567890123"),
                    link));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void the_word_fapiao_is_explained_once(MailKind kind, Language language) {
    String text = write(kind, language.tag()).text();
    String explanation =
        Map.of(
                Language.CHINESE, "法定收付款凭证",
                Language.ENGLISH, "official VAT invoice",
                Language.GERMAN, "amtliche Mehrwertsteuerrechnung")
            .get(language);

    assertEquals(2, text.split(explanation, -1).length, text);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVATION, zh-CN, 激活",
    "ACTIVATION, en, Activate",
    "ACTIVATION, de, aktivieren",
    "ORDER_CONFIRMATION, zh-CN, 订单确认",
    "ORDER_CONFIRMATION, en, Order confirmation",
    "ORDER_CONFIRMATION, de, Bestellbestätigung",
    "ISSUED, zh-CN, 已开具",
    "ISSUED, en, issued",
    "ISSUED, de, ausgestellt",
    "MAILED_OUT, zh-CN, 已寄出",
    "MAILED_OUT, en, mailed out",
    "MAILED_OUT, de, verschickt",
    "RETURNED_TO_SENDER, zh-CN, 退回",
    "RETURNED_TO_SENDER, en, came back",
    "RETURNED_TO_SENDER, de, zurückgekommen",
    "CLAIM_GRANTED, zh-CN, 已加入",
    "CLAIM_GRANTED, en, in your account",
    "CLAIM_GRANTED, de, in Ihrem Konto",
    "CLAIM_WAITING, zh-CN, 认领进展",
    "CLAIM_WAITING, en, How your claim",
    "CLAIM_WAITING, de, Stand Ihrer Anfrage",
    "LOST, zh-CN, 遗失",
    "LOST, en, lost",
    "LOST, de, verloren",
    "COMPLETED, zh-CN, 已送达",
    "COMPLETED, en, delivered",
    "COMPLETED, de, zugestellt",
    "PICKUP_REMINDER, zh-CN, 领取",
    "PICKUP_REMINDER, en, pick up",
    "PICKUP_REMINDER, de, ab:",
    "PICKUP_LAPSED, zh-CN, 逾期",
    "PICKUP_LAPSED, en, not picked up",
    "PICKUP_LAPSED, de, nicht abgeholt",
    "VOIDED, zh-CN, 已作废",
    "VOIDED, en, void",
    "VOIDED, de, ungültig",
    "RED_LETTERED, zh-CN, 红字发票",
    "RED_LETTERED, en, Red-letter",
    "RED_LETTERED, de, Rotes Fapiao",
    "REISSUED, zh-CN, 重新开具",
    "REISSUED, en, New Fapiao",
    "REISSUED, de, Neues Fapiao",
    "STOCK_LOW, zh-CN, 库存不足",
    "STOCK_LOW, en, stock is low",
    "STOCK_LOW, de, niedrig",
    "DEFICIT_FOUND, zh-CN, 开票后发生退款",
    "DEFICIT_FOUND, en, Refunded after",
    "DEFICIT_FOUND, de, erstattet",
    "PROMISE_AT_RISK, zh-CN, 即将逾期",
    "PROMISE_AT_RISK, en, due soon",
    "PROMISE_AT_RISK, de, bald fällig",
    "SUPPORT_CASE_OPENED, zh-CN, 更改发票抬头",
    "SUPPORT_CASE_OPENED, en, Change of title",
    "SUPPORT_CASE_OPENED, de, Änderung des Rechnungsempfängers",
    "SUPPORT_CASE_ANSWERED, zh-CN, 已答复",
    "SUPPORT_CASE_ANSWERED, en, answered",
    "SUPPORT_CASE_ANSWERED, de, beantwortet",
    "SUPPORT_CASE_RESOLVED, zh-CN, 已办结",
    "SUPPORT_CASE_RESOLVED, en, settled",
    "SUPPORT_CASE_RESOLVED, de, erledigt",
    "PASSWORD_RESET, zh-CN, 密码",
    "PASSWORD_RESET, en, password",
    "PASSWORD_RESET, de, Passwort"
  })
  void the_subject_names_the_matter_in_the_readers_language(
      MailKind kind, String locale, String word) {
    String subject = write(kind, locale).subject();

    assertTrue(subject.contains(word), subject);
    assertEquals(
        locale.equals("zh-CN"), subject.codePoints().anyMatch(Character::isIdeographic), subject);
  }

  @Test
  void a_reader_of_unknown_language_gets_chinese_above_english() {
    WrittenMail mail = write(MailKind.ORDER_CONFIRMATION, null);

    int chinese = mail.text().indexOf("感谢您的订购");
    int english = mail.text().indexOf("Thank you for your order");
    assertTrue(chinese >= 0 && english > chinese, mail.text());
    assertTrue(mail.html().indexOf("lang=\"zh-CN\"") < mail.html().indexOf("lang=\"en\""));
  }

  @ParameterizedTest
  @CsvSource({
    "de-AT,de",
    "zh,zh-CN",
    "zh-Hans-CN,zh-CN",
    "zh_CN,zh-CN",
    "fr,en",
    "en-GB,en",
    "x,en"
  })
  void a_language_not_served_is_answered_in_english(String locale, String language) {
    assertEquals(language, write(MailKind.ISSUED, locale).language());
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 重新申请", "en, apply again", "de, erneut beantragen"})
  void only_who_cancelled_is_told_that_they_can_apply_again(String locale, String again) {
    String theirs = cancelled(locale, "CUSTOMER");
    String ours = cancelled(locale, "SYSTEM");

    assertTrue(theirs.contains(again), theirs);
    assertFalse(ours.contains(again), ours);
  }

  /** By the suite itself when the order was refunded, so that there is nothing left to invoice. */
  private String cancelled(String locale, String by) {
    Facts facts =
        FactsJson.read(
            "{\"orderNumber\":\"E1\",\"reason\":\"REFUND\",\"by\":\"%s\"}".formatted(by));
    return texts.write(MailKind.CANCELLED, locale, facts, null).text();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER, en, not received a payment",
    "ORDER, de, noch keine Zahlung",
    "ORDER, zh-CN, 仍未收到",
    "PAYER, en, asked the payer",
    "PAYER, de, den Zahler per E-Mail gefragt",
    "PAYER, zh-CN, 付款人尚未答复",
    "STAFF, en, no e-mail address of the payer",
    "STAFF, de, keine E-Mail-Adresse des Zahlers",
    "STAFF, zh-CN, 没有付款人的邮箱"
  })
  void a_claimant_reads_what_their_claim_waits_for(String waitsFor, String locale, String words) {
    Facts facts =
        FactsJson.read("{\"orderNumber\":\"E1\",\"waitsFor\":\"%s\"}".formatted(waitsFor));

    String text = texts.write(MailKind.CLAIM_WAITING, locale, facts, null).text();

    assertTrue(text.contains(words), text);
    assertEquals(2, text.split("\\(86\\) 400-089-0365", -1).length - 1, text);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Fapiao code | Fapiao number | Issued on | Amount', 'CNY 270.00'",
    "de, 'Fapiao-Code | Fapiao-Nummer | Ausgestellt am | Betrag', '270,00 CNY'",
    "zh-CN, '发票代码 | 发票号码 | 开票日期 | 金额', '¥270.00'"
  })
  void several_fapiao_make_a_table_with_their_amounts(String locale, String head, String amount) {
    Facts facts =
        FactsJson.read(
            """
            {"orderNumber":"E1","amount":{"currency":"CNY","value":"1270.00"},"fapiaos":[
             {"code":"3100261320","number":"00345678","issuedOn":"2026-11-20",
              "amount":{"currency":"CNY","value":"1000.00"}},
             {"code":"3100261320","number":"00345679","issuedOn":"2026-11-20",
              "amount":{"currency":"CNY","value":"270.00"}}]}""");

    WrittenMail mail = texts.write(MailKind.ISSUED, locale, facts, null);

    assertTrue(mail.text().contains(head + "\n3100261320 | 00345678 | "), mail.text());
    assertTrue(mail.text().contains("\n3100261320 | 00345679 | "), mail.text());
    assertTrue(mail.text().contains(" | " + amount + "\n"), mail.text());
    assertEquals(3, mail.html().split("<tr>", -1).length - 1, mail.html());
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_CHANGE_CONFIRMATION, en, If you do nothing",
    "EMAIL_CHANGE_CONFIRMATION, de, Wenn Sie nichts tun",
    "EMAIL_CHANGE_CONFIRMATION, zh-CN, 如果您不确认",
    "EMAIL_CHANGE_NOTICE, en, nothing changes",
    "EMAIL_CHANGE_NOTICE, de, ändert sich nichts",
    "EMAIL_CHANGE_NOTICE, zh-CN, 邮箱不会更改"
  })
  void a_change_of_address_says_what_happens_if_nothing_is_done(
      MailKind kind, String locale, String words) {
    assertTrue(write(kind, locale).text().contains(words), write(kind, locale).text());
  }

  @ParameterizedTest
  @CsvSource({"en, Freight collect", "de, Unfrei", "zh-CN, 运费到付"})
  void only_sf_carries_freight_collect(String locale, String words) {
    Facts yunda = FactsJson.read("{\"orderNumber\":\"E1\",\"carrier\":\"YUNDA\"}");

    String text = texts.write(MailKind.MAILED_OUT, locale, yunda, null).text();

    assertTrue(write(MailKind.MAILED_OUT, locale).text().contains(words));
    assertFalse(text.toLowerCase(Locale.ROOT).contains("到付"), text);
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void where_to_pick_up_stands_only_where_something_is(MailKind kind, Language language) {
    String text = write(kind, language.tag()).text();
    boolean said =
        Pattern.compile("领取|取票码|pick.?up|picked up|abhol", Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .find();

    assertEquals(kind.name().contains("PICKUP"), said, text);
  }

  @Test
  void the_contact_at_the_branch_has_a_chinese_name_in_chinese() {
    assertTrue(write(MailKind.READY_FOR_PICKUP, "zh-CN").text().contains("联系人朱琴琴，电话"));
    assertTrue(write(MailKind.READY_FOR_PICKUP, "de").text().contains("Kontakt: Zhu qin qin"));
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 如该订单仍有可开票金额", "en, If the order still has", "de, noch ein Betrag offen"})
  void a_void_fapiao_promises_no_other_one_after_a_full_refund(String locale, String words) {
    assertTrue(write(MailKind.VOIDED, locale).text().contains(words));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void no_blank_follows_a_chinese_colon(MailKind kind, Language language) {
    WrittenMail mail = write(kind, language.tag());

    assertFalse(mail.text().contains("： "), mail.text());
    assertFalse(mail.subject().contains("： "), mail.subject());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_temporary_password_stands_on_a_line_of_its_own(Language language) {
    String text = write(MailKind.PASSWORD_RESET, language.tag()).text();

    assertTrue(text.lines().anyMatch(line -> line.equals("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01")), text);
    assertFalse(text.contains("#token="), "no link with a token beside a password");
  }

  @Test
  void amounts_and_moments_are_written_the_readers_way() {
    assertTrue(write(MailKind.APPLICATION_RECEIVED, "en").text().contains("CNY 1,270.00"));
    assertTrue(write(MailKind.APPLICATION_RECEIVED, "de").text().contains("1.270,00 CNY"));
    assertTrue(
        write(MailKind.APPLICATION_RECEIVED, "en")
            .text()
            .contains("24 November 2026, 17:30 (Beijing time)"));
    assertTrue(
        write(MailKind.APPLICATION_RECEIVED, "de")
            .text()
            .contains("24. November 2026, 17:30 Uhr (Pekinger Zeit)"));
    String chinese = write(MailKind.APPLICATION_RECEIVED, "zh-CN").text();
    assertTrue(chinese.contains("最迟完成时间：2026年11月24日 17:30（北京时间）"), chinese);
    assertTrue(chinese.contains("金额：¥1,270.00"), chinese);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Special paper Fapiao, 'CNY 1,200.50'",
    "zh-CN, 纸质专用发票, '¥1,200.50'",
    "de, Spezial-Fapiao auf Papier, '1.200,50 CNY'"
  })
  void what_is_low_is_named_with_what_is_kept_of_it(String locale, String kind, String left) {
    Facts facts =
        FactsJson.read(
            """
            {"day":"2026-11-20","items":[{"type":"SPECIAL","medium":"PAPER",
             "quotaLeft":{"currency":"CNY","value":"1200.50"},
             "quotaLimit":{"currency":"CNY","value":"750000.00"},"waiting":0}]}""");

    String text = texts.write(MailKind.STOCK_LOW, locale, facts, null).text();

    assertTrue(text.contains(kind), text);
    assertTrue(text.contains(left), text);
    assertFalse(text.contains("null"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ISSUED, en, has not been issued yet",
    "NOT_ISSUED, de, noch nicht ausgestellt",
    "NOT_ISSUED, zh-CN, 尚未开具",
    "ELECTRONIC, en, nothing is to be sent back",
    "ELECTRONIC, de, nichts zurückzuschicken",
    "ELECTRONIC, zh-CN, 无需寄回",
    "PAPER_ORDINARY, en, invoice copy",
    "PAPER_ORDINARY, de, Rechnungskopie",
    "PAPER_ORDINARY, zh-CN, 发票联",
    "PAPER_SPECIAL, en, already deducted",
    "PAPER_SPECIAL, de, schon abgezogen",
    "PAPER_SPECIAL, zh-CN, 如已抵扣"
  })
  void another_title_says_what_is_to_be_sent_back(String situation, String locale, String words) {
    Facts facts =
        FactsJson.read(
            "{\"caseKind\":\"TITLE_CHANGE\",\"sendBack\":{\"situation\":\"%s\"}}"
                .formatted(situation));

    String text = texts.write(MailKind.SUPPORT_CASE_OPENED, locale, facts, null).text();

    assertTrue(text.contains(words), text);
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORT_CASE_ANSWERED, SPLIT, approved, en, confirm each of the drafts",
    "SUPPORT_CASE_ANSWERED, SPLIT, approved, de, bestätigen Sie jeden",
    "SUPPORT_CASE_ANSWERED, SPLIT, approved, zh-CN, 逐一确认",
    "SUPPORT_CASE_ANSWERED, TITLE_CHANGE, approved, en, change of title is approved",
    "SUPPORT_CASE_ANSWERED, TITLE_CHANGE, approved, de, Rechnungsempfängers ist genehmigt",
    "SUPPORT_CASE_ANSWERED, TITLE_CHANGE, approved, zh-CN, 已同意更改抬头",
    "SUPPORT_CASE_RESOLVED, SPLIT, refused, en, could not approve",
    "SUPPORT_CASE_RESOLVED, SPLIT, refused, de, konnten wir nicht genehmigen",
    "SUPPORT_CASE_RESOLVED, SPLIT, refused, zh-CN, 未获批准"
  })
  void a_decision_is_told(
      MailKind kind, String caseKind, String decided, String locale, String words) {
    Facts facts = FactsJson.read("{\"caseKind\":\"%s\",\"%s\":true}".formatted(caseKind, decided));

    String text = texts.write(kind, locale, facts, null).text();

    assertTrue(text.contains(words), text);
  }

  @Test
  void facts_that_are_not_there_leave_no_trace() {
    WrittenMail mail =
        texts.write(MailKind.ISSUED, "en", FactsJson.read("{\"orderNumbers\":[\"E1\"]}"), null);

    assertFalse(mail.text().contains("Amount"), mail.text());
    assertFalse(mail.text().contains("Fapiao number"), mail.text());
    assertFalse(mail.text().contains("null"), mail.text());
  }

  @ParameterizedTest
  @CsvSource({
    "E1\\r\\nBcc: victim@example.com",
    "{inject:x}",
    "{#each}",
    "<script>alert(1)</script>",
    "<img src=x onerror=1>",
    "${jndi:ldap://x}",
    "E1\\u202Etxt.exe",
    "a&claim=stolen#x"
  })
  void hostile_values_are_shown_not_obeyed(String hostile) {
    String value = hostile.replace("\\r", "\r").replace("\\n", "\n").replace("\\u202E", "\u202E");
    Facts facts =
        FactsJson.read(
            "{\"orderNumber\":"
                + new com.fasterxml.jackson.databind.node.TextNode(value)
                + ",\"trackingUrl\":\"javascript:alert(1)\",\"carrier\":\"<b>x</b>\"}");

    for (MailKind kind : List.of(MailKind.ORDER_CONFIRMATION, MailKind.MAILED_OUT)) {
      String secret = kind.secret().isPresent() ? SECRET : null;
      WrittenMail mail = texts.write(kind, "en", facts, secret);
      assertFalse(mail.html().contains("<script"), mail.html());
      assertFalse(mail.html().contains("<img"), mail.html());
      assertFalse(mail.html().contains("<b>x"), mail.html());
      assertFalse(mail.html().contains("javascript:"), mail.html());
      assertFalse(mail.text().contains("\u202e"), mail.text());
      assertFalse(mail.text().lines().anyMatch(l -> l.startsWith("Bcc:")), mail.text());
      assertFalse(mail.subject().contains("\n"), mail.subject());
      if (kind == MailKind.ORDER_CONFIRMATION) {
        assertTrue(mail.text().contains("&claim=" + SECRET), mail.text());
        assertFalse(mail.text().contains("order=a&claim=stolen"), mail.text());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_clerks_reason_is_quoted_even_when_it_looks_like_a_code(Language language) {
    Facts facts = FactsJson.read("{\"orderNumber\":\"E1\",\"reason\":\"DUPLICATE\"}");

    WrittenMail rejected = texts.write(MailKind.REJECTED, language.tag(), facts, null);
    WrittenMail cancelled = texts.write(MailKind.CANCELLED, language.tag(), facts, null);

    assertTrue(rejected.text().contains("DUPLICATE"), rejected.text());
    assertFalse(cancelled.text().contains("DUPLICATE"), cancelled.text());
  }

  private WrittenMail write(MailKind kind, @Nullable String locale) {
    String secret =
        kind.secret().map(of -> of == SecretKind.PICKUP_CODE ? "ABCD-EFGH" : SECRET).orElse(null);
    return WRITTEN.computeIfAbsent(
        kind + "." + locale, mail -> texts.write(kind, locale, everything(), secret));
  }

  @Test
  void a_red_letter_says_whether_something_stays_valid() {
    String facts =
        """
        {"orderNumbers":["E1"],"amount":{"currency":"CNY","value":"270.00"},
         "fapiao":{"number":"26317000000000000001"},"redLetter":{"number":"26317000000000000002"},
         "left":{"currency":"CNY","value":"%s"}}
        """;

    WrittenMail part =
        texts.write(MailKind.RED_LETTERED, "en", FactsJson.read(facts.formatted("1000.00")), null);
    WrittenMail all =
        texts.write(MailKind.RED_LETTERED, "en", FactsJson.read(facts.formatted("0.00")), null);

    assertTrue(part.text().contains("remains valid"), part.text());
    assertTrue(part.text().contains("CNY 1,000.00"), part.text());
    assertTrue(all.text().contains("in full"), all.text());
    assertFalse(all.text().contains("still valid"), all.text());
  }
}
