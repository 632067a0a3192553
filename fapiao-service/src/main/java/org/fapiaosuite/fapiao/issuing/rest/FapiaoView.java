package org.fapiaosuite.fapiao.issuing.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.FapiaoColour;
import org.fapiaosuite.fapiao.issuing.FapiaoStatus;
import org.fapiaosuite.fapiao.issuing.ProofKind;
import org.fapiaosuite.fapiao.issuing.ReturnedCopies;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.money.SignedAmount;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An issued official VAT invoice (发票).
 *
 * @param id the id of the Fapiao in this suite, not its legal number
 * @param applicationId the id of the application it was issued for
 * @param type what the buyer can do with it
 * @param medium paper or electronic
 * @param numberScheme how it is numbered
 * @param code 10 or 12 digits, as printed; only for LEGACY_CODE_NUMBER. Example: {@code
 *     3100261320}.
 * @param number as printed, with leading zeros: 8 digits for LEGACY_CODE_NUMBER, 20 for UNIFIED_20.
 *     Example: {@code 00345678}.
 * @param issuedOn the date printed on it
 * @param kind whether it states a sale or takes one back
 * @param netAmount without tax; below zero for a red letter
 * @param taxAmount the tax; {@code netAmount} and {@code taxAmount} make {@code amount} exactly
 * @param amount tax included; below zero for a red letter
 * @param status whether it is valid
 * @param reversedAmount what of {@code amount} is void or taken back by red letters
 * @param redLetters the ids of the red letters that take back some of it, oldest first. Example:
 *     {@code ["01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22"]}.
 * @param reverses the id of the Fapiao that a red letter takes back; absent for others
 * @param replacedBy the id of the application whose Fapiao take its place; absent until there is
 *     one
 * @param copies what came back of it; only on paper
 */
@Schema(name = "Fapiao")
public record FapiaoView(
    UUID id,
    UUID applicationId,
    FapiaoType type,
    Medium medium,
    NumberScheme numberScheme,
    @Nullable String code,
    String number,
    LocalDate issuedOn,
    FapiaoColour kind,
    SignedAmount netAmount,
    SignedAmount taxAmount,
    SignedAmount amount,
    FapiaoStatus status,
    Amount reversedAmount,
    List<UUID> redLetters,
    @Nullable UUID reverses,
    @Nullable UUID replacedBy,
    @Nullable CopiesView copies) {

  /**
   * The copies that a buyer has of a paper Fapiao.
   *
   * @param expected all there are
   * @param received those that came back
   * @param lost true when copies were lost on the way
   * @param receivedOn the day of the latest arrival; absent while nothing came
   * @param proof what stands in for copies that do not come back
   * @param stampedCopyWaybill the parcel with a stamped copy of the bookkeeping copy, sent instead
   *     of a new Fapiao. Example: {@code SF1234567890123}.
   */
  @Schema(name = "Copies")
  public record CopiesView(
      Set<PaperCopy> expected,
      Set<PaperCopy> received,
      boolean lost,
      @Nullable LocalDate receivedOn,
      @Nullable ProofView proof,
      @Nullable String stampedCopyWaybill) {

    static @Nullable CopiesView of(Fapiao fapiao) {
      Set<PaperCopy> expected = PaperCopy.of(fapiao.kind());
      ReturnedCopies copies = fapiao.copies();
      return expected.isEmpty() || fapiao.colour() == FapiaoColour.RED
          ? null
          : new CopiesView(
              expected,
              copies.received(),
              copies.lost(),
              copies.receivedOn(),
              copies.proofKind() == null
                  ? null
                  : new ProofView(copies.proofKind(), copies.proofReference()),
              copies.stampedCopyWaybill());
    }
  }

  /**
   * What stands in for copies that do not come back.
   *
   * @param kind what it is
   * @param reference where it is filed. Example: {@code Statement of 2026-11-20, file 17}.
   */
  @Schema(name = "Proof")
  public record ProofView(ProofKind kind, @Nullable String reference) {}

  /** Those of a list, with their red letters. */
  public static Function<Fapiao, FapiaoView> among(Map<UUID, List<UUID>> redLetters) {
    return fapiao -> of(fapiao, redLetters.getOrDefault(fapiao.id(), List.of()));
  }

  private static SignedAmount signed(Fapiao fapiao, Money money) {
    return SignedAmount.of(money, fapiao.colour() == FapiaoColour.RED);
  }

  public static FapiaoView of(Fapiao fapiao, List<UUID> redLetters) {
    return new FapiaoView(
        fapiao.id(),
        fapiao.applicationId(),
        fapiao.type(),
        fapiao.medium(),
        fapiao.legalNumber().scheme(),
        fapiao.legalNumber().code(),
        fapiao.legalNumber().number(),
        fapiao.issuedOn(),
        fapiao.colour(),
        signed(fapiao, fapiao.total().net()),
        signed(fapiao, fapiao.total().tax()),
        signed(fapiao, fapiao.total().gross()),
        fapiao.status(),
        Amount.of(fapiao.reversed().gross()),
        redLetters,
        fapiao.reverses(),
        fapiao.replacedBy(),
        CopiesView.of(fapiao));
  }
}
