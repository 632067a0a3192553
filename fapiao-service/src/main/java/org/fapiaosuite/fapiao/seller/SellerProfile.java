package org.fapiaosuite.fapiao.seller;

/**
 * Who issues, and where papers come back to.
 *
 * @param name the registered name
 * @param taxpayerId the seller's own, in capitals
 * @param drawer who is printed as having drawn a Fapiao up (开票人)
 * @param returnAddress where buyers send papers back to
 * @param recipient who receives them there
 * @param phone of the recipient, for the courier
 */
public record SellerProfile(
    SellerText name,
    String taxpayerId,
    String drawer,
    SellerText returnAddress,
    SellerText recipient,
    String phone) {

  static SellerProfile of(SellerConfig config) {
    return new SellerProfile(
        SellerText.of(config.name()),
        config.taxpayerId(),
        config.drawer(),
        SellerText.of(config.returnAddress()),
        SellerText.of(config.recipient()),
        config.phone());
  }
}
