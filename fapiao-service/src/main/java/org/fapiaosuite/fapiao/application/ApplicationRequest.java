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

/** What a customer sends to apply, or to replace a draft. */
@Schema(name = "ApplicationRequest")
public record ApplicationRequest(
    @Schema(description = "One or several bills of one customer, each once")
        @NotEmpty
        @Size(max = 50, message = "{fapiaosuite.entries}")
        List<@NotNull @Valid Item> items,
    @NotNull FapiaoType type,
    @NotNull Medium medium,
    @NotNull @Valid BuyerData buyer,
    @Schema(
            description =
                "GENERAL when absent; for PURCHASE_CERTIFICATE and REFUND the title has to be the"
                    + " payer's name")
        @Nullable Purpose purpose,
    @NotNull @Valid DeliveryData delivery) {

  /** What to take from one bill. */
  @Schema(name = "ApplicationRequestItem")
  public record Item(
      @NotNull UUID billId,
      @Schema(description = "All that is left when absent") @Valid @Nullable Amount amount) {}

  Purpose purposeOrGeneral() {
    return purpose == null ? Purpose.GENERAL : purpose;
  }
}
