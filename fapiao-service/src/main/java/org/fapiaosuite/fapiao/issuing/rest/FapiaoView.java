package org.fapiaosuite.fapiao.issuing.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.FapiaoStatus;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
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
 * @param netAmount without tax
 * @param taxAmount the tax; {@code netAmount} and {@code taxAmount} make {@code amount} exactly
 * @param amount tax included
 * @param status whether it is valid
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
    Amount netAmount,
    Amount taxAmount,
    Amount amount,
    FapiaoStatus status) {

  public static FapiaoView of(Fapiao fapiao) {
    return new FapiaoView(
        fapiao.id(),
        fapiao.applicationId(),
        fapiao.type(),
        fapiao.medium(),
        fapiao.legalNumber().scheme(),
        fapiao.legalNumber().code(),
        fapiao.legalNumber().number(),
        fapiao.issuedOn(),
        Amount.of(fapiao.total().net()),
        Amount.of(fapiao.total().tax()),
        Amount.of(fapiao.total().gross()),
        fapiao.status());
  }
}
