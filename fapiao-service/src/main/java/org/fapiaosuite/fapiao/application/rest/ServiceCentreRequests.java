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
import org.fapiaosuite.rest.problem.StandardProblem;

/** What the service centre's actions take. */
final class ServiceCentreRequests {

  private ServiceCentreRequests() {}

  /**
   * The parcel as it was given to the courier.
   *
   * @param carrier the courier; another than the customer chose is taken with a warning
   * @param waybill the courier's number of the parcel, 6 to 40 letters and digits, and {@code -001}
   *     of a piece; small letters, blanks and hyphens are read as they are meant. One that does not
   *     look like the carrier's is taken with a warning. Example: {@code SF1234567890123}.
   */
  @Schema(name = "MailOutRequest")
  record MailOut(@NotNull Carrier carrier, @Schema(maxLength = 80) @NotNull String waybill) {

    /** The number in the form in which it is kept. */
    Waybill number() {
      return Waybill.parse(waybill)
          .orElseThrow(
              () -> StandardProblem.VALIDATION.with().violation("waybill", "violation.waybill"));
    }
  }

  /**
   * What whoever collects the Fapiao shows at the branch.
   *
   * @param code the pick-up code from the customer's mail, 8 digits. Example: {@code 40718362}.
   */
  @Schema(name = "HandOverRequest")
  record HandOver(
      @NotNull @Pattern(regexp = "\\d{8}", message = "{violation.pickup-code}") String code) {}

  /**
   * What became of the parcel.
   *
   * @param outcome what the courier says
   */
  @Schema(name = "DeliveryOutcomeRequest")
  record Outcome(@NotNull DeliveryOutcome outcome) {}

  /**
   * Why an application is rejected.
   *
   * @param reason told to the customer as it is, at most 500 characters; letters, digits and usual
   *     punctuation. Example: {@code The taxpayer id belongs to another company.}
   */
  @Schema(name = "RejectionRequest")
  record Rejection(@Schema(maxLength = 500) @NotNull String reason) {

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
