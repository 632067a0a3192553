package org.fapiaosuite.notification.templates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Amounts, dates and names the way a reader of one language expects them. */
enum Wording {
  CHINESE(Language.CHINESE, Locale.CHINA, "yyyy年M月d日", "yyyy年M月d日 HH:mm（北京时间）", '.', ','),
  ENGLISH(
      Language.ENGLISH,
      Locale.ENGLISH,
      "d MMMM yyyy",
      "d MMMM yyyy, HH:mm '(Beijing time)'",
      '.',
      ','),
  GERMAN(
      Language.GERMAN,
      Locale.GERMAN,
      "d. MMMM yyyy",
      "d. MMMM yyyy, HH:mm 'Uhr (Pekinger Zeit)'",
      ',',
      '.');

  /** Business dates are dates in China. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int ISO_DATE_LENGTH = 10;

  private final Language language;
  private final DateTimeFormatter date;
  private final DateTimeFormatter moment;
  private final char decimal;
  private final char grouping;

  Wording(
      Language language, Locale locale, String date, String moment, char decimal, char grouping) {
    this.language = language;
    this.date = DateTimeFormatter.ofPattern(date, locale);
    this.moment = DateTimeFormatter.ofPattern(moment, locale);
    this.decimal = decimal;
    this.grouping = grouping;
  }

  static Wording of(Language language) {
    for (Wording wording : values()) {
      if (wording.language == language) {
        return wording;
      }
    }
    throw new IllegalArgumentException("no wording for " + language);
  }

  String date(LocalDate day) {
    return date.format(day);
  }

  /** A moment or a date, as it came; what is neither stays as it is. */
  String when(String iso) {
    if (iso.isEmpty()) {
      return "";
    }
    try {
      return iso.length() == ISO_DATE_LENGTH
          ? date(LocalDate.parse(iso))
          : moment.format(OffsetDateTime.parse(iso).atZoneSameInstant(CHINA));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  /** A reason in words; what is only a code for programs, and says nothing more, is left out. */
  String reason(String reason) {
    if (reason.equals("REFUND")) {
      return switch (this) {
        case CHINESE -> "退款";
        case ENGLISH -> "refund";
        case GERMAN -> "Erstattung";
      };
    }
    return reason.matches("[A-Z][A-Z_]+") ? "" : reason;
  }

  String amount(Facts.Amount amount) {
    StringBuilder number =
        new StringBuilder(
            new BigDecimal(amount.value()).setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    int point = number.length() - 3;
    number.setCharAt(point, decimal);
    int first = number.charAt(0) == '-' ? 1 : 0;
    for (int i = point - 3; i > first; i -= 3) {
      number.insert(i, grouping);
    }
    return switch (this) {
      case CHINESE -> (amount.currency().equals("CNY") ? "¥" : amount.currency() + " ") + number;
      case ENGLISH -> amount.currency() + " " + number;
      case GERMAN -> number + " " + amount.currency();
    };
  }

  /** Type and medium of a Fapiao in words; what is neither of the known ones stays as it is. */
  String kind(String type, String medium) {
    return switch (type + ' ' + medium) {
      case "ORDINARY PAPER" ->
          each("纸质普通发票", "Ordinary paper Fapiao", "Gewöhnliche Fapiao auf Papier");
      case "ORDINARY ELECTRONIC" ->
          each("电子普通发票", "Ordinary electronic Fapiao", "Gewöhnliche elektronische Fapiao");
      case "SPECIAL PAPER" -> each("纸质专用发票", "Special paper Fapiao", "Spezial-Fapiao auf Papier");
      case "SPECIAL ELECTRONIC" ->
          each("电子专用发票", "Special electronic Fapiao", "Elektronische Spezial-Fapiao");
      default -> type + ' ' + medium;
    };
  }

  /** What a request asks for in words. */
  String caseKind(String code) {
    return switch (code) {
      case "SPLIT" -> each("拆分账单", "Split of a bill", "Aufteilung einer Rechnung");
      case "TITLE_CHANGE" -> each("更改发票抬头", "Change of title", "Änderung des Rechnungsempfängers");
      case "NOT_RECEIVED" -> each("未收到发票", "Fapiao not received", "Fapiao nicht erhalten");
      default -> each("其他问题", "Other request", "Sonstige Anfrage");
    };
  }

  private String each(String chinese, String english, String german) {
    return switch (this) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
      case GERMAN -> german;
    };
  }

  String carrier(String code) {
    return switch (code) {
      case "YUNDA" -> this == CHINESE ? "韵达快递" : "Yunda (韵达)";
      case "SF" -> this == CHINESE ? "顺丰速运" : "SF Express (顺丰)";
      default -> code;
    };
  }
}
