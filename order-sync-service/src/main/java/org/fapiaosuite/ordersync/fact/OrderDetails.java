package org.fapiaosuite.ordersync.fact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.kernel.ComparedName;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who bought what, as far as it was told. An order is told of once {@link #hasNoFlaw}.
 *
 * @param customerId the platform's own, without the platform's name
 * @param payerEmail in its normal form where it is an address, else as it was told
 */
public record OrderDetails(
    @Nullable String customerId,
    @Nullable String payerName,
    @Nullable String payerEmail,
    @Nullable String product,
    @Nullable Integer quantity) {

  /** Of a title: further no name is compared. */
  private static final int LONGEST_TITLE = 100;

  /** Null when nothing was told at all. */
  public static @Nullable OrderDetails of(
      @Nullable String customerId,
      @Nullable String payerName,
      @Nullable String payerEmail,
      @Nullable String product,
      @Nullable Integer quantity) {
    boolean nothing =
        customerId == null
            && payerName == null
            && payerEmail == null
            && product == null
            && quantity == null;
    return nothing ? null : new OrderDetails(customerId, payerName, payerEmail, product, quantity);
  }

  /** What keeps the order from being told of, in the order of the fields. */
  public List<DetailFlaw> flaws() {
    Set<DetailFlaw> flaws = EnumSet.noneOf(DetailFlaw.class);
    if (customerId == null) {
      flaws.add(DetailFlaw.CUSTOMER_MISSING);
    }
    if (payerName == null) {
      flaws.add(DetailFlaw.PAYER_NAME_MISSING);
    } else if (ComparedName.of(payerName, LONGEST_TITLE).isEmpty()) {
      flaws.add(DetailFlaw.PAYER_NAME_UNUSABLE);
    }
    if (payerEmail == null) {
      flaws.add(DetailFlaw.PAYER_EMAIL_MISSING);
    } else if (EmailAddress.parseForDelivery(payerEmail).isEmpty()) {
      flaws.add(DetailFlaw.PAYER_EMAIL_UNUSABLE);
    }
    if (product == null) {
      flaws.add(DetailFlaw.PRODUCT_MISSING);
    }
    if (quantity == null) {
      flaws.add(DetailFlaw.QUANTITY_MISSING);
    }
    return new ArrayList<>(flaws);
  }

  /** Whether an order can be told of with these. */
  public boolean hasNoFlaw() {
    return flaws().isEmpty();
  }

  /** The same with what another source tells better: field by field, what is here comes first. */
  public OrderDetails orElse(@Nullable OrderDetails other) {
    if (other == null) {
      return this;
    }
    List<DetailFlaw> here = flaws();
    boolean named = !here.contains(DetailFlaw.PAYER_NAME_UNUSABLE);
    boolean mailable = !here.contains(DetailFlaw.PAYER_EMAIL_UNUSABLE);
    return new OrderDetails(
        first(customerId, other.customerId),
        named ? first(payerName, other.payerName) : first(other.payerName, payerName),
        mailable ? first(payerEmail, other.payerEmail) : first(other.payerEmail, payerEmail),
        first(product, other.product),
        first(quantity, other.quantity));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }
}
