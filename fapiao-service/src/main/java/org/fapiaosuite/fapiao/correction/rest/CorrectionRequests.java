package org.fapiaosuite.fapiao.correction.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.RedReason;
import org.fapiaosuite.fapiao.correction.ActAtBureau;
import org.fapiaosuite.fapiao.correction.CorrectionForm;
import org.fapiaosuite.fapiao.correction.CorrectionKind;
import org.fapiaosuite.fapiao.correction.CorrectionPlan;
import org.fapiaosuite.fapiao.correction.FormState;
import org.fapiaosuite.fapiao.correction.PreparationRequest;
import org.fapiaosuite.fapiao.correction.ReturnDesk;
import org.fapiaosuite.fapiao.correction.Stated;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.issuing.ProofKind;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.kind.TypedDigits;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.kernel.Waybill;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the service centre sends about corrections. */
final class CorrectionRequests {

  private static final int LONGEST = 200;

  private CorrectionRequests() {}

  /**
   * What came back of a paper Fapiao.
   *
   * @param copies the copies that came; none when only a proof did, or they are lost
   * @param proof what stands in for copies that do not come back
   * @param lost true when copies were lost on the way; false, or absent, when they are not
   * @param receivedOn the day it came, from the day of issue to today
   * @param stampedCopyWaybill the parcel with a stamped copy of the bookkeeping copy (记账联), where
   *     the seller sends one instead of a new Fapiao. Example: {@code SF1234567890123}.
   */
  @Schema(name = "ReturnCheckInRequest")
  record CheckIn(
      @NotNull Set<@NotNull PaperCopy> copies,
      @Valid @Nullable Proof proof,
      @Nullable Boolean lost,
      @NotNull LocalDate receivedOn,
      @Schema(maxLength = 80) @Nullable String stampedCopyWaybill) {

    ReturnDesk.Arrival arrival() {
      return new ReturnDesk.Arrival(
          copies,
          proof == null ? null : proof.kind(),
          proof == null ? null : printable("proof.reference", proof.reference()),
          Boolean.TRUE.equals(lost),
          waybill(),
          receivedOn);
    }

    private @Nullable String waybill() {
      return stampedCopyWaybill == null
          ? null
          : Waybill.parse(stampedCopyWaybill)
              .orElseThrow(
                  () ->
                      StandardProblem.VALIDATION
                          .with()
                          .violation("stampedCopyWaybill", "violation.waybill"))
              .text();
    }
  }

  /**
   * What stands in for copies that do not come back.
   *
   * @param kind what it is
   * @param reference where it is filed, at most 200 characters. Example: {@code Statement of
   *     2026-11-20, file 17}.
   */
  @Schema(name = "ProofRequest")
  record Proof(@NotNull ProofKind kind, @Schema(maxLength = 200) @NotNull String reference) {}

  /**
   * What only the tax bureau's platform shows.
   *
   * @param declared true when the seller has declared the tax of it
   * @param usedByBuyer true when the buyer has confirmed its use; on paper, when they have
   *     certified or deducted it, and a certification that says mismatch counts as none
   * @param bookedByBuyer true when the buyer has confirmed that it is booked; electronic only
   */
  @Schema(name = "CorrectionQuestion")
  record Question(
      @NotNull Boolean declared, @NotNull Boolean usedByBuyer, @NotNull Boolean bookedByBuyer) {

    Stated stated() {
      return new Stated(declared, usedByBuyer, bookedByBuyer);
    }
  }

  /**
   * A Fapiao to be declared void.
   *
   * @param reason why, at most 200 characters; kept with it. Example: {@code The title is that of
   *     another company.}
   * @param on the day it was done at the tax bureau, where it was done already; approval then
   *     completes it
   * @param declared true when its tax is declared; leaving it out says that it is not
   * @param usedByBuyer true when the buyer has certified it; leaving it out says that they have not
   */
  @Schema(name = "VoidRequest")
  record VoidFapiao(
      @Schema(maxLength = 200) @NotNull String reason,
      @Nullable LocalDate on,
      @Nullable Boolean declared,
      @Nullable Boolean usedByBuyer)
      implements PreparationRequest {

    @Override
    public CorrectionPlan plan(Fapiao fapiao) {
      return new CorrectionPlan(
          CorrectionKind.VOID,
          printable("reason", reason),
          fapiao.left().gross(),
          new Stated(Boolean.TRUE.equals(declared), Boolean.TRUE.equals(usedByBuyer), false));
    }

    @Override
    public @Nullable CorrectionForm form(Instant now) {
      return null;
    }

    @Override
    public @Nullable ActAtBureau act() {
      return on == null ? null : new ActAtBureau(on, null);
    }
  }

  /**
   * The form for a red letter, as it stands at the tax bureau.
   *
   * @param number of a confirmation form 20 digits, of the information form for special paper
   *     Fapiao 16 to 24. Example: {@code 31010126110000000017}.
   * @param state the bureau's code: 01 needs no confirmation, 02 waits for the buyer, 03 waits for
   *     the seller, 04 confirmed; 05 to 10 when it came to nothing. Example: {@code 02}.
   */
  @Schema(name = "FormRequest")
  record Form(
      @Schema(maxLength = 40) @NotNull String number,
      @NotNull @Pattern(regexp = "0[1-9]|10", message = "{violation.form-code}") String state) {}

  /**
   * A red letter that takes back some or all of a Fapiao.
   *
   * @param reason the tax bureau's reason
   * @param amount what it takes back, tax included, above zero; all that is left when absent, and
   *     always for ISSUE_ERROR
   * @param form the form; needed where the engine says RED_LETTER_WITH_FORM. Sent again with the
   *     same number, its state is taken down
   * @param numberScheme how the red letter is numbered; with {@code number} only
   * @param code 10 or 12 digits; for LEGACY_CODE_NUMBER only. Example: {@code 3100261320}.
   * @param number its number, where it was issued already; approval then completes it. Example:
   *     {@code 00345679}.
   * @param issuedOn the date printed on it; with {@code number} only
   * @param declared true when the tax of the Fapiao is declared
   * @param usedByBuyer true when the buyer has used, certified or deducted it
   * @param bookedByBuyer true when the buyer has booked it; electronic only
   */
  @Schema(name = "RedLetterRequest")
  record RedLetter(
      @NotNull RedReason reason,
      @Valid @Nullable Amount amount,
      @Valid @Nullable Form form,
      @Nullable NumberScheme numberScheme,
      @Nullable String code,
      @Nullable String number,
      @Nullable LocalDate issuedOn,
      @Nullable Boolean declared,
      @Nullable Boolean usedByBuyer,
      @Nullable Boolean bookedByBuyer)
      implements PreparationRequest {

    @Override
    public CorrectionPlan plan(Fapiao fapiao) {
      Money all = fapiao.left().gross();
      return new CorrectionPlan(
          CorrectionKind.RED_LETTER,
          reason.name(),
          amount == null ? all : amount.toMoney(),
          new Stated(
              Boolean.TRUE.equals(declared),
              Boolean.TRUE.equals(usedByBuyer),
              Boolean.TRUE.equals(bookedByBuyer)));
    }

    @Override
    public @Nullable CorrectionForm form(Instant now) {
      if (form == null) {
        return null;
      }
      return new CorrectionForm(
          TypedDigits.plain(form.number()), FormState.ofCode(form.state()), now);
    }

    @Override
    public @Nullable ActAtBureau act() {
      LegalNumber typed = typed(numberScheme, code, number);
      if (typed == null && issuedOn == null) {
        return null;
      }
      if (typed == null || issuedOn == null) {
        throw StandardProblem.VALIDATION
            .with()
            .violation(typed == null ? "number" : "issuedOn", "violation.number-and-day");
      }
      return new ActAtBureau(issuedOn, typed);
    }
  }

  /**
   * What a second person says to a correction that was prepared.
   *
   * @param approve true to approve, false to refuse it
   * @param reason why it is refused, at most 200 characters; needed for a refusal. Example: {@code
   *     The deduction copy is missing.}
   */
  @Schema(name = "ApprovalRequest")
  record Approval(@NotNull Boolean approve, @Schema(maxLength = 200) @Nullable String reason) {

    @Nullable String printableReason() {
      return reason == null ? null : printable("reason", reason);
    }
  }

  /**
   * What was done at the tax bureau after the approval.
   *
   * @param on the day, from that of the approval to today, with a form from that of the
   *     preparation; printed on a red letter
   * @param numberScheme how the red letter is numbered
   * @param code 10 or 12 digits; for LEGACY_CODE_NUMBER only. Example: {@code 3100261320}.
   * @param number the number of the red letter; absent for a void. Example: {@code 00345679}.
   */
  @Schema(name = "ReversalRecordRequest")
  record ReversalRecord(
      @NotNull LocalDate on,
      @Nullable NumberScheme numberScheme,
      @Nullable String code,
      @Nullable String number) {

    ActAtBureau act() {
      return new ActAtBureau(on, typed(numberScheme, code, number));
    }
  }

  /**
   * A Fapiao to be issued in place of one that is reversed.
   *
   * @param buyer another title; the same one when absent
   */
  @Schema(name = "ReissueRequest")
  record Reissue(@Valid @Nullable BuyerData buyer) {}

  private static @Nullable LegalNumber typed(
      @Nullable NumberScheme scheme, @Nullable String code, @Nullable String number) {
    if (number == null && code == null && scheme == null) {
      return null;
    }
    Violations violations = new Violations();
    if (scheme == null) {
      violations.add("numberScheme", "violation.blank");
    }
    if (number == null) {
      violations.add("number", "violation.blank");
    }
    violations.throwIfAny();
    return LegalNumber.typed(Objects.requireNonNull(scheme), code, Objects.requireNonNull(number));
  }

  private static String printable(String field, String typed) {
    Violations violations = new Violations();
    Optional<String> printable = PrintedFields.read(field, typed, LONGEST, violations);
    violations.throwIfAny();
    return printable.orElseThrow();
  }
}
