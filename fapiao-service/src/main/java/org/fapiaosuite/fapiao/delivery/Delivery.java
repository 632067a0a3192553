package org.fapiaosuite.fapiao.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where to, checked by {@link DeliveryRules}.
 *
 * @param recipient a person's name; for {@link DeliveryMethod#EMAIL} the address
 * @param region six digits of GB/T 2260
 */
@Embeddable
public record Delivery(
    @Enumerated(EnumType.STRING) @Column(name = "delivery_method") DeliveryMethod method,
    @Column(name = "recipient") String recipient,
    @Column(name = "delivery_phone") @Nullable String phone,
    @Column(name = "region") @Nullable String region,
    @Column(name = "delivery_address") @Nullable String address,
    @Column(name = "postal_code") @Nullable String postalCode) {

  /** The same with pseudonyms for whom and where; the region goes. */
  public Delivery forgotten(UnaryOperator<String> pseudonym) {
    return new Delivery(
        method,
        pseudonym.apply(recipient),
        phone == null ? null : pseudonym.apply(phone),
        null,
        address == null ? null : pseudonym.apply(address),
        null);
  }
}
