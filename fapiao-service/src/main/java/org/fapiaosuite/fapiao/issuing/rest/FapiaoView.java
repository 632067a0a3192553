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

/** An issued Fapiao as its customer reads it. */
@Schema(name = "Fapiao", description = "An issued official VAT invoice (发票)")
public record FapiaoView(
    UUID id,
    UUID applicationId,
    FapiaoType type,
    Medium medium,
    NumberScheme numberScheme,
    @Schema(description = "Only for LEGACY_CODE_NUMBER") @Nullable String code,
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
