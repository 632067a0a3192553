package org.fapiaosuite.fapiao.delivery;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The delivery at the border, as sent and as shown; {@link DeliveryRules} says what it takes. */
@Schema(
    name = "Delivery",
    description =
        "YUNDA and SF_COLLECT take recipient, phone, region, address, postalCode?; PICKUP takes"
            + " recipient and phone; EMAIL takes the address as recipient and is for electronic"
            + " Fapiao only")
public record DeliveryData(
    @NotNull DeliveryMethod method,
    @Schema(maxLength = 50, examples = "王小明") @NotNull String recipient,
    @Schema(examples = "13800138000") @Nullable String phone,
    @Schema(description = "County or city, six digits of GB/T 2260", examples = "310115")
        @Nullable String region,
    @Schema(maxLength = 100, examples = "科苑路88号德国中心3号楼657室") @Nullable String address,
    @Schema(examples = "201203") @Nullable String postalCode) {

  public static DeliveryData of(Delivery delivery) {
    return new DeliveryData(
        delivery.method(),
        delivery.recipient(),
        delivery.phone(),
        delivery.region(),
        delivery.address(),
        delivery.postalCode());
  }
}
