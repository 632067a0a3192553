package org.fapiaosuite.fapiao.support;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the service centre for. SPLIT takes {@code billId} and {@code split}; TITLE_CHANGE
 * takes {@code newTitle} and NOT_RECEIVED nothing more, both with {@code applicationId} or the
 * {@code billId} that was applied for; OTHER takes either or none of them.
 *
 * @param kind what it is about
 * @param billId the id of a bill of the caller
 * @param applicationId the id of an application of the caller
 * @param text what to tell the service centre, at most 2000 characters in several lines. Example:
 *     {@code We need three Fapiao, one for each of our companies.}
 * @param split what to split the bill into: 2 to 20 parts that add up to its {@code
 *     invoiceableAmount} to the fen
 * @param newTitle whom the Fapiao is to be issued to instead
 */
@Schema(name = "SupportCaseRequest")
public record CaseRequest(
    @NotNull CaseKind kind,
    @Nullable UUID billId,
    @Nullable UUID applicationId,
    @Schema(maxLength = CaseText.LONGEST) @NotNull String text,
    @Size(min = 2, max = 20, message = "{violation.parts}")
        @Nullable List<@NotNull @Valid Part> split,
    @Valid @Nullable BuyerData newTitle) {

  /**
   * One part of the bill.
   *
   * @param amount tax included, more than 0.00
   * @param title whom its Fapiao is issued to
   */
  @Schema(name = "SplitRequestPart")
  public record Part(@NotNull @Valid Amount amount, @NotNull @Valid BuyerData title) {}
}
