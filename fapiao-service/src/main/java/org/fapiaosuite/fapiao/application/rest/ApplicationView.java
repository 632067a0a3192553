package org.fapiaosuite.fapiao.application.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.application.ApplicationItem;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.PayerEvidence;
import org.fapiaosuite.fapiao.application.Purpose;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.rest.NoticeView;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.wording.WarningView;
import org.jspecify.annotations.Nullable;

/**
 * A request for the Fapiao of one or several bills.
 *
 * @param id the id of the application
 * @param status how far it is
 * @param items what is taken from which bill, 1 to 50
 * @param type what the buyer can do with the Fapiao
 * @param medium paper or electronic
 * @param purpose what the customer needs it for
 * @param buyer whom the Fapiao is issued to; staff who do not issue see only the last four
 *     characters of {@code taxpayerId} and {@code bankAccount}
 * @param delivery how it reaches the buyer
 * @param netAmount without tax
 * @param taxAmount the tax; {@code netAmount} and {@code taxAmount} make {@code amount} exactly
 * @param amount tax included
 * @param fapiaoCount how many Fapiao it yields, 1 or more: the tax bureau sets a ceiling for the
 *     amount of one. Example: {@code 1}.
 * @param dueAt by when the service centre has promised to issue: by default 17:30 in China on the
 *     second working day after the confirmation. Of a draft on its own, what would be promised were
 *     it confirmed now; absent for drafts in a list, and while it waits for stock
 * @param expectedIssueAt when it is expected to go on; only while it waits for stock and that is
 *     known
 * @param provisional true while a year on the way to {@code dueAt} has no published holiday
 *     calendar, so that {@code dueAt} may still change
 * @param overdue true when {@code dueAt} has passed and it is not issued
 * @param warnings what is allowed but seems odd; those about issuing are for staff only
 * @param purposeEvidence how title and payers were compared; only when the purpose asks for it
 * @param shipment the parcel; absent until it is mailed out for the first time
 * @param pickupUntil the last day on which it can be picked up; absent when there is no such limit
 * @param notices the notices in force that no such Fapiao can be issued; only for the customer, of
 *     one that is not accepted yet, and not in lists
 * @param numbers what to issue it under, as many as {@code fapiaoCount} says, in this order; for
 *     staff only, not in lists, and only while numbers are kept for it
 * @param createdAt when the draft was first saved
 * @param submittedAt when it was confirmed; absent until then
 * @param reissueOf the id of the Fapiao that is void or taken back and in whose place this one is
 *     issued; absent for most
 * @param claimedBy account of who of the service centre works on it; for staff only, absent while
 *     nobody does. Example: {@code 01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
 * @param claimedUntil when that ends by itself
 */
@Schema(name = "Application")
public record ApplicationView(
    UUID id,
    ApplicationStatus status,
    List<Item> items,
    FapiaoType type,
    Medium medium,
    Purpose purpose,
    BuyerData buyer,
    DeliveryData delivery,
    Amount netAmount,
    Amount taxAmount,
    Amount amount,
    int fapiaoCount,
    @Nullable Instant dueAt,
    @Nullable Instant expectedIssueAt,
    boolean provisional,
    boolean overdue,
    List<WarningView> warnings,
    @Nullable PayerEvidence purposeEvidence,
    @Nullable ShipmentView shipment,
    @Nullable LocalDate pickupUntil,
    @Nullable List<NoticeView> notices,
    @Nullable List<ProposedNumber> numbers,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable UUID reissueOf,
    @Nullable String claimedBy,
    @Nullable Instant claimedUntil) {

  /**
   * What is taken from one bill.
   *
   * @param billId the id of the bill
   * @param orderNumber the number of the order behind the bill. Example: {@code E0700K3M9Q}.
   * @param product what was bought, as the payment platform names it. Example: {@code Office 365
   *     E3, 12 months}.
   * @param taxRate the rate of the product on the day of payment, as a fraction of the net amount.
   *     Example: {@code 0.06}.
   * @param netAmount without tax
   * @param taxAmount the tax; {@code netAmount} and {@code taxAmount} make {@code amount} exactly
   * @param amount tax included
   */
  @Schema(name = "ApplicationItem")
  public record Item(
      UUID billId,
      String orderNumber,
      String product,
      String taxRate,
      Amount netAmount,
      Amount taxAmount,
      Amount amount) {

    static Item of(ApplicationItem item) {
      TaxSplit split = item.line().split();
      return new Item(
          item.billId(),
          item.orderNumber(),
          item.product(),
          item.line().rate().fraction(),
          Amount.of(split.net()),
          Amount.of(split.tax()),
          Amount.of(split.gross()));
    }
  }

  /**
   * The parcel with the paper Fapiao.
   *
   * @param carrier the courier
   * @param waybill the courier's number of the parcel. Example: {@code SF1234567890123}.
   * @param trackingUrl the courier's page that follows the parcel. Example: {@code
   *     https://www.sf-express.com/chn/sc/waybill/waybill-detail/SF1234567890123}.
   * @param mailedOutAt when it was given to the courier
   */
  @Schema(name = "Shipment")
  public record ShipmentView(
      Carrier carrier, String waybill, String trackingUrl, Instant mailedOutAt) {}

  /**
   * The number of a free form.
   *
   * @param code 10 or 12 digits. Example: {@code 3100261320}.
   * @param number 8 digits. Example: {@code 00345678}.
   */
  @Schema(name = "ProposedNumber")
  public record ProposedNumber(String code, String number) {}
}
