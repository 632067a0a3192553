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
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.wording.WarningView;
import org.jspecify.annotations.Nullable;

/** An application as its customer and the service centre read it. */
@Schema(name = "Application", description = "A request for the Fapiao of one or several bills")
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
    @Schema(description = "Tax included") Amount amount,
    @Schema(description = "How many Fapiao it yields, because of the ceiling of one")
        int fapiaoCount,
    @Schema(description = "By then it is issued; of a draft: were it confirmed now")
        @Nullable Instant dueAt,
    @Schema(description = "True while a year on the way has no published calendar")
        boolean provisional,
    @Schema(description = "True when dueAt has passed without a Fapiao") boolean overdue,
    List<WarningView> warnings,
    @Schema(description = "How title and payer were compared, when the purpose asks for it")
        @Nullable PayerEvidence purposeEvidence,
    @Nullable ShipmentView shipment,
    @Nullable LocalDate pickupUntil,
    Instant createdAt,
    @Nullable Instant submittedAt) {

  /** What is taken from one bill. */
  @Schema(name = "ApplicationItem")
  public record Item(
      UUID billId,
      String orderNumber,
      String product,
      @Schema(description = "As a fraction, for example 0.06") String taxRate,
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

  /** The parcel. */
  @Schema(name = "Shipment")
  public record ShipmentView(
      Carrier carrier, String waybill, String trackingUrl, Instant mailedOutAt) {}
}
