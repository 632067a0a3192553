package org.fapiaosuite.fapiao.delivery;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a Fapiao is to reach its buyer. YUNDA and SF_COLLECT take {@code recipient}, {@code phone},
 * {@code region}, {@code address} and, if you like, {@code postalCode}; PICKUP takes {@code
 * recipient} and {@code phone}; EMAIL takes {@code recipient}. A field that the method does not
 * take has to be absent.
 *
 * @param method one of those on offer, see {@code GET /api/v1/delivery-methods}
 * @param recipient who receives or collects it, at most 50 characters; for EMAIL one e-mail address
 *     of at most 254 characters. Example: {@code 王小明}.
 * @param phone a Chinese mobile of 11 digits, a fixed line with area code, a 400/800 number, or one
 *     of Hong Kong, Macao or Taiwan with +852, +853 or +886; for PICKUP also one of any other
 *     country, with its code. Example: {@code 13800138000}.
 * @param region the six digits of a county or city (GB/T 2260), 810000 for Hong Kong, 820000 for
 *     Macao. One that is not in the list is taken with a warning. Example: {@code 310115}.
 * @param address street, number and room within the region, at most 100 characters. Example: {@code
 *     科苑路88号德国中心3号楼657室}.
 * @param postalCode six digits; Hong Kong and Macao have none, or 999077 and 999078. Example:
 *     {@code 201203}.
 */
@Schema(name = "Delivery")
public record DeliveryData(
    @NotNull DeliveryMethod method,
    @NotNull String recipient,
    @Nullable String phone,
    @Nullable String region,
    @Schema(maxLength = 100) @Nullable String address,
    @Nullable String postalCode) {

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
