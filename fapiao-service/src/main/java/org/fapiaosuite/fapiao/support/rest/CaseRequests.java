package org.fapiaosuite.fapiao.support.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.support.CaseText;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.kernel.Waybill;
import org.jspecify.annotations.Nullable;

/** What can be said in a support case. */
final class CaseRequests {

  private CaseRequests() {}

  /**
   * What to say.
   *
   * @param text at most 2000 characters in several lines. Example: {@code The parcel arrived
   *     yesterday.}
   */
  @Schema(name = "SupportMessageRequest")
  record Message(@Schema(maxLength = CaseText.LONGEST) @NotNull String text) {

    /** The text in the form in which it is kept. */
    String written() {
      return read("text", text);
    }
  }

  /**
   * What a lead decides.
   *
   * @param approve true to approve, false to refuse
   * @param reason told to the customer, at most 2000 characters; needed to refuse. Example: {@code
   *     The second company is not yours.}
   */
  @Schema(name = "SupportApprovalRequest")
  record Approval(
      @NotNull Boolean approve, @Schema(maxLength = CaseText.LONGEST) @Nullable String reason) {

    /** The reason in the form in which it is kept; null when there is none. */
    @Nullable String written() {
      return reason == null && approve ? null : read("reason", reason == null ? "" : reason);
    }
  }

  /**
   * The parcel in which papers come back.
   *
   * @param carrier the courier, at most 50 characters. Example: {@code 顺丰速运}.
   * @param waybill the courier's number of the parcel, 6 to 40 letters and digits. Example: {@code
   *     SF1234567890123}.
   */
  @Schema(name = "ReturnParcelRequest")
  record Parcel(
      @Schema(maxLength = 50) @NotNull String carrier,
      @Schema(maxLength = 80) @NotNull String waybill) {

    private static final int LONGEST_CARRIER = 50;

    /** The same in the form in which it is kept. */
    Parcel checked() {
      Violations violations = new Violations();
      String name = PrintedFields.read("carrier", carrier, LONGEST_CARRIER, violations).orElse("");
      String number = Waybill.parse(waybill).map(Waybill::text).orElse("");
      if (number.isEmpty()) {
        violations.add("waybill", "violation.waybill");
      }
      violations.throwIfAny();
      return new Parcel(name, number);
    }
  }

  private static String read(String field, String typed) {
    Violations violations = new Violations();
    String text = CaseText.read(field, typed, violations).orElse("");
    violations.throwIfAny();
    return text;
  }
}
