package org.fapiaosuite.fapiao.issuing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
import org.jspecify.annotations.Nullable;

/** What the clerk reads from the printed Fapiao. */
@Schema(name = "IssueRequest")
public record IssueRequest(
    @NotEmpty @Size(max = 100, message = "{fapiaosuite.entries}")
        List<@NotNull @Valid Entry> fapiaos) {

  /** One printed Fapiao. */
  @Schema(name = "IssueRequestFapiao")
  public record Entry(
      @NotNull NumberScheme numberScheme,
      @Schema(
              description =
                  "10 or 12 digits, only for LEGACY_CODE_NUMBER; its kind has to be that of the"
                      + " application",
              examples = "3100261320")
          @Nullable String code,
      @Schema(description = "8 digits, or 20 for UNIFIED_20", examples = "00345678") @NotNull
          String number,
      @Schema(description = "The date printed on it") @NotNull LocalDate issuedOn,
      @Schema(description = "Tax included; may be left out when the amounts are as planned") @Valid
          @Nullable Amount amount) {

    LegalNumber legalNumber() {
      return new LegalNumber(numberScheme, code, number);
    }

    NumberEntry entry() {
      return new NumberEntry(legalNumber(), issuedOn);
    }
  }
}
