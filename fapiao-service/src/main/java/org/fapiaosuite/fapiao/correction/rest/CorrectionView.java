package org.fapiaosuite.fapiao.correction.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.correction.ActAtBureau;
import org.fapiaosuite.fapiao.correction.Correction;
import org.fapiaosuite.fapiao.correction.CorrectionForm;
import org.fapiaosuite.fapiao.correction.CorrectionKind;
import org.fapiaosuite.fapiao.correction.CorrectionStatus;
import org.fapiaosuite.fapiao.correction.Stated;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.issuing.rest.FapiaoView;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A void or a red letter, from its preparation to its record.
 *
 * @param id the id of the correction
 * @param kind how the Fapiao is corrected
 * @param status how far it is
 * @param reason why: of a void as the clerk wrote it, of a red letter the bureau's reason. Example:
 *     {@code SALES_RETURN}.
 * @param amount what it takes back, tax included, above zero
 * @param declared what the clerk said of the tax of the Fapiao
 * @param usedByBuyer what the clerk said of its use by the buyer
 * @param bookedByBuyer what the clerk said of its booking by the buyer
 * @param form the form for the red letter; absent where there is none
 * @param remark what has to be printed on the red letter (备注); absent for a void. Example: {@code
 *     对应正数发票代码:3100261320号码:00345678}.
 * @param numberScheme how the red letter is numbered; absent while that is not known
 * @param code 10 or 12 digits; only for LEGACY_CODE_NUMBER. Example: {@code 3100261320}.
 * @param number the number of the red letter. Example: {@code 00345679}.
 * @param on the day it was done at the tax bureau; absent while that is not known
 * @param preparedBy account of who prepared it. Example: {@code
 *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
 * @param preparedAt when it was prepared
 * @param decidedBy account of who approved or refused it. Example: {@code
 *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d23}.
 * @param decidedAt when that was
 * @param refusal why it was refused. Example: {@code The deduction copy is missing.}
 * @param recordedBy account of who recorded that it was done. Example: {@code
 *     01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22}.
 * @param recordedAt when that was
 * @param redLetterId the id of the red letter; absent until it exists
 * @param fapiao the Fapiao as it is now
 */
@Schema(name = "Correction")
record CorrectionView(
    UUID id,
    CorrectionKind kind,
    CorrectionStatus status,
    String reason,
    Amount amount,
    boolean declared,
    boolean usedByBuyer,
    boolean bookedByBuyer,
    @Nullable FormView form,
    @Nullable String remark,
    @Nullable NumberScheme numberScheme,
    @Nullable String code,
    @Nullable String number,
    @Nullable LocalDate on,
    String preparedBy,
    Instant preparedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String refusal,
    @Nullable String recordedBy,
    @Nullable Instant recordedAt,
    @Nullable UUID redLetterId,
    FapiaoView fapiao) {

  /**
   * The form for a red letter.
   *
   * @param number its number at the tax bureau. Example: {@code 31010126110000000017}.
   * @param state the bureau's code of how far it is, as it was taken down last. Example: {@code
   *     02}.
   * @param lapsesAt when it lapses unless the other side confirms it; absent where none waits
   */
  @Schema(name = "CorrectionForm")
  record FormView(String number, String state, @Nullable Instant lapsesAt) {

    static @Nullable FormView of(@Nullable CorrectionForm form, @Nullable Instant lapsesAt) {
      return form == null ? null : new FormView(form.number(), form.state().code(), lapsesAt);
    }
  }

  static CorrectionView of(
      Correction correction,
      @Nullable Instant lapsesAt,
      @Nullable String remark,
      FapiaoView fapiao) {
    Stated stated = correction.plan().stated();
    ActAtBureau act = correction.act();
    LegalNumber number = act == null ? null : act.number();
    return new CorrectionView(
        correction.id(),
        correction.plan().kind(),
        correction.status(),
        correction.plan().reason(),
        Amount.of(correction.plan().amount()),
        stated.declared(),
        stated.usedByBuyer(),
        stated.bookedByBuyer(),
        FormView.of(correction.form(), lapsesAt),
        remark,
        number == null ? null : number.scheme(),
        number == null ? null : number.code(),
        number == null ? null : number.number(),
        act == null ? null : act.on(),
        correction.preparedBy(),
        correction.preparedAt(),
        correction.decidedBy(),
        correction.decidedAt(),
        correction.refusal(),
        correction.recordedBy(),
        correction.recordedAt(),
        correction.redLetterId(),
        fapiao);
  }
}
