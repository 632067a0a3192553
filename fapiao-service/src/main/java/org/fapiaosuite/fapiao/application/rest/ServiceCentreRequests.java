package org.fapiaosuite.fapiao.application.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.delivery.Carrier;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.kernel.Waybill;

/** What the service centre's actions take. */
final class ServiceCentreRequests {

  private ServiceCentreRequests() {}

  /** Given to a courier. */
  @Schema(name = "MailOutRequest")
  record MailOut(
      @NotNull Carrier carrier,
      @Schema(examples = "SF1234567890123")
          @NotNull
          @Pattern(regexp = Waybill.SHAPE, message = "{violation.waybill}")
          String waybill) {}

  /** Handed over at the branch. */
  @Schema(name = "HandOverRequest")
  record HandOver(
      @Schema(description = "The pick-up code from the collector's mail", examples = "40718362")
          @NotNull
          @Pattern(regexp = "\\d{8}", message = "{violation.pickup-code}")
          String code) {}

  /** What became of the parcel. */
  @Schema(name = "DeliveryOutcomeRequest")
  record Outcome(@NotNull DeliveryOutcome outcome) {}

  /** Refused. */
  @Schema(name = "RejectionRequest")
  record Rejection(
      @Schema(description = "Told to the customer", maxLength = 500) @NotNull String reason) {

    private static final int LONGEST = 500;

    /** The reason in the form in which it is kept. */
    String printableReason() {
      Violations violations = new Violations();
      Optional<String> printable = PrintedFields.read("reason", reason, LONGEST, violations);
      violations.throwIfAny();
      return printable.orElseThrow();
    }
  }
}
