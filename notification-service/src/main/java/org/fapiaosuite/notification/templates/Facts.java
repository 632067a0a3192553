package org.fapiaosuite.notification.templates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells: the fields of the producers' events that some mail needs, under the producers'
 * names, and nothing else of them; no secret, no tax id, no street. Most mails use a few. Moments
 * are ISO 8601, either an instant or a date in China.
 *
 * @param orderNumber the order the mail is about
 * @param orderNumbers the orders, where one application covers several
 * @param applicationId the application the mail is about; null in older news
 * @param product what was bought
 * @param amount gross amount
 * @param reducedBy by how much it became less
 * @param invoiceableFrom from when a Fapiao can be applied for
 * @param title name of the buyer on the Fapiao
 * @param dueAt when the service centre will have finished
 * @param provisional whether the calendar behind {@code dueAt} is not announced yet
 * @param expectedIssueAt when an application that waits is expected to go on
 * @param reason in the words of whoever decided, or a code such as {@code REFUND}
 * @param by who cancelled, {@code CUSTOMER} or {@code SYSTEM}; who granted a claim, {@code PAYER}
 *     or {@code STAFF}
 * @param waitsFor what a claim waits for, {@code ORDER}, {@code PAYER} or {@code STAFF}
 * @param since when it began to
 * @param fapiaos what was issued
 * @param fapiao the one that is void or taken back
 * @param redLetter the one that takes it back
 * @param left what of it stays valid
 * @param carrier code of the carrier, {@code YUNDA} or {@code SF}
 * @param waybill number of the parcel
 * @param trackingUrl page of the carrier about the parcel
 * @param branch name of the branch to pick up at
 * @param pickupUntil last moment to pick up
 * @param at when it reached its buyer
 * @param day the date in China
 * @param items of what little is left
 * @param applications how many applications it is about
 * @param applicantEmail who asks the payer
 * @param newEmail the address an account moves to
 * @param caseId the support case
 * @param caseKind what the case asks for, such as {@code SPLIT}
 * @param approved whether that was approved
 * @param refused whether that was refused
 * @param sendBack what is to be sent back for another title
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Facts(
    @Nullable String orderNumber,
    List<String> orderNumbers,
    @Nullable String applicationId,
    @Nullable String product,
    @Nullable Amount amount,
    @Nullable Amount reducedBy,
    @Nullable String invoiceableFrom,
    @Nullable String title,
    @Nullable String dueAt,
    boolean provisional,
    @Nullable String expectedIssueAt,
    @Nullable String reason,
    @Nullable String by,
    @Nullable String waitsFor,
    @Nullable String since,
    List<IssuedFapiao> fapiaos,
    @Nullable IssuedFapiao fapiao,
    @Nullable IssuedFapiao redLetter,
    @Nullable Amount left,
    @Nullable String carrier,
    @Nullable String waybill,
    @Nullable String trackingUrl,
    @Nullable String branch,
    @Nullable String pickupUntil,
    @Nullable String at,
    @Nullable String day,
    List<LowStock> items,
    @Nullable Integer applications,
    @Nullable String applicantEmail,
    @Nullable String newEmail,
    @Nullable String caseId,
    @Nullable String caseKind,
    boolean approved,
    boolean refused,
    @Nullable SendBack sendBack) {

  public Facts {
    orderNumbers = orderNumbers == null ? List.of() : List.copyOf(orderNumbers);
    fapiaos = fapiaos == null ? List.of() : List.copyOf(fapiaos);
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** Every order the mail is about. */
  public List<String> orders() {
    return orderNumbers.isEmpty() && orderNumber != null ? List.of(orderNumber) : orderNumbers;
  }

  /**
   * Money as it travels.
   *
   * @param currency ISO 4217
   * @param value decimal in plain notation, for example {@code 1270.00}
   */
  public record Amount(String currency, String value) {}

  /**
   * What a customer sends back, and where.
   *
   * @param situation what decides on it: {@code NOT_ISSUED}, {@code ELECTRONIC}, {@code
   *     PAPER_ORDINARY} or {@code PAPER_SPECIAL}
   * @param recipient of the seller; null when nothing is to be sent, as are the others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SendBack(
      String situation,
      @Nullable Translated recipient,
      @Nullable Translated address,
      @Nullable String phone) {}

  /** A text in each language. */
  public record Translated(@JsonProperty("zh-CN") String chinese, String en, String de) {}

  /**
   * One document.
   *
   * @param code ten or twelve digits, only in the older numbering
   * @param number eight or twenty digits
   * @param issuedOn date in China
   * @param amount tax included; null in older news
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record IssuedFapiao(
      @Nullable String code,
      String number,
      @Nullable LocalDate issuedOn,
      @Nullable Amount amount) {}

  /**
   * A kind of Fapiao of which little is left.
   *
   * @param type {@code ORDINARY} or {@code SPECIAL}
   * @param medium {@code PAPER} or {@code ELECTRONIC}
   * @param available free numbers, null where none are kept
   * @param threshold from how many numbers on downwards it is low, null where that is not settled
   * @param quotaLeft what is left of the month's quota, null where there is none
   * @param quotaLimit the month's quota, null where there is none
   * @param waiting applications that wait for it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LowStock(
      String type,
      String medium,
      @Nullable Long available,
      @Nullable Integer threshold,
      @Nullable Amount quotaLeft,
      @Nullable Amount quotaLimit,
      long waiting) {}
}
