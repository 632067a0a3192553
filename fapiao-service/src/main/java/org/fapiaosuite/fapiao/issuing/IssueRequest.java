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

/**
 * What the clerk reads from the Fapiao that were issued for an application.
 *
 * @param fapiaos 1 to 100, no number twice: as many as {@code fapiaoCount} of the application says,
 *     or any split that the amounts given here add up to
 */
@Schema(name = "IssueRequest")
public record IssueRequest(
    @NotEmpty @Size(max = 100, message = "{fapiaosuite.entries}")
        List<@NotNull @Valid Entry> fapiaos) {

  /**
   * One issued Fapiao.
   *
   * @param numberScheme how it is numbered
   * @param code 10 or 12 digits; needed for LEGACY_CODE_NUMBER, absent for UNIFIED_20. The digits
   *     that name its kind have to be those of the application's type and medium. Example: {@code
   *     3100261320}.
   * @param number with leading zeros: 8 digits for LEGACY_CODE_NUMBER, 20 for UNIFIED_20; blanks
   *     and full width do not matter. A year or region in it that contradicts {@code issuedOn} is
   *     taken with a warning. Example: {@code 00345678}.
   * @param issuedOn the date printed on it, from the day of payment to today
   * @param amount tax included. Leave it out for all when the amounts are as planned, else give it
   *     for all; together they make the {@code amount} of the application
   */
  @Schema(name = "IssueRequestFapiao")
  public record Entry(
      @NotNull NumberScheme numberScheme,
      @Nullable String code,
      @NotNull String number,
      @NotNull LocalDate issuedOn,
      @Valid @Nullable Amount amount) {

    LegalNumber legalNumber() {
      return LegalNumber.typed(numberScheme, code, number);
    }

    NumberEntry entry() {
      return new NumberEntry(legalNumber(), issuedOn);
    }
  }
}
