package org.fapiaosuite.notification.templates;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a template of one language can say: every value is ready to be shown, on one line. */
public final class MailView {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern HIDDEN =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

  private final Facts facts;
  private final @Nullable String secret;
  private final SenderConfig sender;
  private final String publicUrl;
  private final Wording wording;
  private final Language language;

  MailView(
      Facts facts,
      @Nullable String secret,
      SenderConfig sender,
      LinkConfig links,
      Language language) {
    this.facts = facts;
    this.secret = secret;
    this.sender = sender;
    this.publicUrl = links.publicUrl();
    this.language = language;
    this.wording = Wording.of(language);
  }

  /** The order numbers, separated by commas. */
  public String orders() {
    return line(String.join(", ", facts.orders()));
  }

  public String product() {
    return line(facts.product());
  }

  public String amount() {
    return facts.amount() == null ? "" : wording.amount(facts.amount());
  }

  /** By how much it became less; empty when that is not known. */
  public String reducedBy() {
    return facts.reducedBy() == null ? "" : wording.amount(facts.reducedBy());
  }

  public String invoiceableFrom() {
    return wording.when(line(facts.invoiceableFrom()));
  }

  public String title() {
    return line(facts.title());
  }

  public String dueAt() {
    return wording.when(line(facts.dueAt()));
  }

  /** Whether the calendar for the due moment may still change. */
  public boolean provisional() {
    return facts.provisional();
  }

  public String expectedIssueAt() {
    return wording.when(line(facts.expectedIssueAt()));
  }

  public String reason() {
    return wording.reason(line(facts.reason()));
  }

  /** The reason word for word, where somebody wrote it for the reader. */
  public String quotedReason() {
    return line(facts.reason());
  }

  public boolean cancelledByCustomer() {
    return "CUSTOMER".equals(facts.by());
  }

  public boolean grantedByStaff() {
    return "STAFF".equals(facts.by());
  }

  /** What a claim waits for: {@code ORDER}, {@code PAYER} or {@code STAFF}. */
  public String waitsFor() {
    return line(facts.waitsFor());
  }

  /** Since when it waits. */
  public String since() {
    return wording.when(line(facts.since()));
  }

  /** Whether there are so many that they make a table. */
  public boolean severalFapiaos() {
    return facts.fapiaos().size() > 1;
  }

  /** Whether any of them has a code, as in the older numbering. */
  public boolean withCodes() {
    return facts.fapiaos().stream().anyMatch(fapiao -> fapiao.code() != null);
  }

  public List<FapiaoView> fapiaos() {
    return facts.fapiaos().stream().map(this::shown).toList();
  }

  /** The one that is void or taken back. */
  public FapiaoView fapiao() {
    return shown(facts.fapiao());
  }

  /** The one that takes it back. */
  public FapiaoView redLetter() {
    return shown(facts.redLetter());
  }

  /** What of it stays valid; empty when nothing does. */
  public String left() {
    return facts.left() == null || facts.left().value().equals("0.00")
        ? ""
        : wording.amount(facts.left());
  }

  private FapiaoView shown(Facts.@Nullable IssuedFapiao fapiao) {
    return fapiao == null
        ? new FapiaoView("", "", "", "")
        : new FapiaoView(
            line(fapiao.code()),
            line(fapiao.number()),
            fapiao.issuedOn() == null ? "" : wording.date(fapiao.issuedOn()),
            fapiao.amount() == null ? "" : wording.amount(fapiao.amount()));
  }

  public String carrier() {
    return facts.carrier() == null ? "" : wording.carrier(line(facts.carrier()));
  }

  public String waybill() {
    return line(facts.waybill());
  }

  /** Page of the carrier; empty unless it is a web address. */
  public String trackingUrl() {
    String url = line(facts.trackingUrl());
    return url.toLowerCase(Locale.ROOT).matches("https?://[^\\s\"'<>]+") ? url : "";
  }

  /** Address, contact and phone of the place to pick up. */
  public String branch() {
    SenderConfig.Branch branch = sender.branch();
    String other = line(facts.branch());
    if (!other.isEmpty() && !other.equalsIgnoreCase(branch.name())) {
      return other;
    }
    return switch (language) {
      case CHINESE -> branch.chinese() + "，联系人" + branch.contactChinese() + "，电话" + branch.phone();
      case ENGLISH -> branch.latin() + "; contact: " + branch.contact() + ", " + branch.phone();
      case GERMAN -> branch.latin() + "; Kontakt: " + branch.contact() + ", " + branch.phone();
    };
  }

  /** When somebody is there; empty for a branch that is not ours. */
  public String branchHours() {
    SenderConfig.Hours hours = sender.branch().hours();
    String other = line(facts.branch());
    if (!other.isEmpty() && !other.equalsIgnoreCase(sender.branch().name())) {
      return "";
    }
    return switch (language) {
      case CHINESE -> hours.chinese();
      case ENGLISH -> hours.english();
      case GERMAN -> hours.german();
    };
  }

  /** Whether the carrier asks the recipient for the postage: SF carries freight collect (F11). */
  public boolean freightCollect() {
    return "SF".equals(facts.carrier());
  }

  public String pickupUntil() {
    return wording.when(line(facts.pickupUntil()));
  }

  /** When it reached its buyer. */
  public String at() {
    return wording.when(line(facts.at()));
  }

  public String day() {
    return wording.when(line(facts.day()));
  }

  /** Of what little is left. */
  public List<LowStockView> lowStock() {
    return facts.items().stream()
        .map(
            low ->
                new LowStockView(
                    wording.kind(low.type(), low.medium()),
                    low.available() == null ? "" : low.available().toString(),
                    low.threshold() == null ? "" : low.threshold().toString(),
                    low.quotaLeft() == null ? "" : wording.amount(low.quotaLeft()),
                    low.quotaLimit() == null ? "" : wording.amount(low.quotaLimit()),
                    Long.toString(low.waiting())))
        .toList();
  }

  /** How many applications it is about. */
  public String applications() {
    return facts.applications() == null ? "" : facts.applications().toString();
  }

  /** What a request asks for, in words. */
  public String caseKind() {
    return facts.caseKind() == null ? "" : wording.caseKind(line(facts.caseKind()));
  }

  public boolean approvedSplit() {
    return facts.approved() && "SPLIT".equals(facts.caseKind());
  }

  public boolean approvedTitle() {
    return facts.approved() && "TITLE_CHANGE".equals(facts.caseKind());
  }

  public boolean refused() {
    return facts.refused();
  }

  /** What decides on the papers to send back; empty when a request is about no title. */
  public String sendBack() {
    return facts.sendBack() == null ? "" : line(facts.sendBack().situation());
  }

  /** Who receives the papers; empty when none are to be sent. */
  public String returnRecipient() {
    return facts.sendBack() == null ? "" : translated(facts.sendBack().recipient());
  }

  public String returnAddress() {
    return facts.sendBack() == null ? "" : translated(facts.sendBack().address());
  }

  public String returnPhone() {
    return facts.sendBack() == null ? "" : line(facts.sendBack().phone());
  }

  public String applicantEmail() {
    return line(facts.applicantEmail());
  }

  /** The new address, for somebody who may not be its owner: first letter and domain. */
  public String newEmailMasked() {
    String address = line(facts.newEmail());
    int at = address.lastIndexOf('@');
    return at < 1 ? "" : address.charAt(0) + "***" + address.substring(at);
  }

  /** The secret to read and type: long ones in groups of four joined by hyphens. */
  public String secret() {
    String plain = line(secret);
    return plain.length() == 24 && plain.chars().allMatch(Character::isLetterOrDigit)
        ? plain.replaceAll("(.{4})(?!$)", "$1-")
        : plain;
  }

  /** Where the payer of an order registers; the order number is filled in there. */
  public String registerLink() {
    return page("/register#order=" + encoded(orders()) + "&claim=" + encoded(line(secret)));
  }

  public String activateLink() {
    return page("/activate#token=" + encoded(line(secret)));
  }

  public String claimLink() {
    return page("/claims#token=" + encoded(line(secret)));
  }

  public String emailChangeLink() {
    return page("/email-change#token=" + encoded(line(secret)));
  }

  public String caseLink() {
    return page("/support/" + encoded(line(facts.caseId())));
  }

  /** Where the progress of the application stands; the front page where it is not known. */
  public String applicationLink() {
    return facts.applicationId() == null
        ? page("/")
        : page("/applications/" + encoded(facts.applicationId()));
  }

  public String billsLink() {
    return page("/bills");
  }

  public String signInLink() {
    return page("/sign-in");
  }

  public String phone() {
    return sender.phone();
  }

  private String translated(Facts.@Nullable Translated text) {
    if (text == null) {
      return "";
    }
    return line(
        switch (language) {
          case CHINESE -> text.chinese();
          case ENGLISH -> text.en();
          case GERMAN -> text.de();
        });
  }

  private String page(String path) {
    return publicUrl + path;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** No line break, no control character, no switch of the writing direction gets into a mail. */
  private static String line(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String visible = HIDDEN.matcher(value).replaceAll("");
    return BREAKS.matcher(visible).replaceAll(" ").strip();
  }

  /**
   * One issued document.
   *
   * @param code empty in the newer numbering
   * @param number as printed
   * @param issuedOn date, empty when unknown
   * @param amount tax included, empty when unknown
   */
  public record FapiaoView(String code, String number, String issuedOn, String amount) {}

  /**
   * A kind of Fapiao of which little is left; what does not concern it is empty.
   *
   * @param kind in words
   * @param available free numbers
   * @param threshold from how many numbers on downwards it is low
   * @param quotaLeft what is left of the month's quota
   * @param quotaLimit the month's quota
   * @param waiting applications that wait for it
   */
  public record LowStockView(
      String kind,
      String available,
      String threshold,
      String quotaLeft,
      String quotaLimit,
      String waiting) {}
}
