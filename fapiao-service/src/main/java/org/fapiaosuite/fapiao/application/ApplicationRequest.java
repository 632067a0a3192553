package org.fapiaosuite.fapiao.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.jspecify.annotations.Nullable;

/**
 * What to issue, to whom, and how to deliver it. Checked as a whole, so that the draft can be
 * confirmed as it stands.
 *
 * @param items which bills, 1 to 50, each once, all of one customer of the payment platform
 * @param type what the buyer can do with the Fapiao
 * @param medium paper or electronic
 * @param buyer whom the Fapiao is issued to
 * @param purpose GENERAL when absent; for PURCHASE_CERTIFICATE and REFUND the buyer's name has to
 *     be that of the payer of each bill
 * @param delivery how it is to reach the buyer; EMAIL for ELECTRONIC, one of the others for PAPER
 */
@Schema(name = "ApplicationRequest")
public record ApplicationRequest(
    @NotEmpty @Size(max = 50, message = "{fapiaosuite.entries}") List<@NotNull @Valid Item> items,
    @NotNull FapiaoType type,
    @NotNull Medium medium,
    @NotNull @Valid BuyerData buyer,
    @Nullable Purpose purpose,
    @NotNull @Valid DeliveryData delivery) {

  /**
   * What to take from one bill.
   *
   * @param billId the id of a bill of the caller
   * @param amount how much of it, tax included: more than 0.00 and at most its {@code
   *     invoiceableAmount}. All that is left when absent
   */
  @Schema(name = "ApplicationRequestItem")
  public record Item(@NotNull UUID billId, @Valid @Nullable Amount amount) {}

  Purpose purposeOrGeneral() {
    return purpose == null ? Purpose.GENERAL : purpose;
  }
}
