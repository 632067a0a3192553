package org.fapiaosuite.fapiao.seller.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.seller.SellerProfile;
import org.fapiaosuite.fapiao.seller.SellerText;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.kernel.PhoneNumber;
import org.fapiaosuite.kernel.TaxpayerId;

/**
 * The seller's profile: who issues, and where papers are sent back to. Texts have at most 100
 * characters each; letters, numbers, signs and punctuation.
 *
 * @param name the registered name
 * @param taxpayerId the seller's own taxpayer id. Example: {@code 91310115MA1K4BCD5J}.
 * @param drawer who is printed as having drawn a Fapiao up. Example: {@code 王小明}.
 * @param returnAddress where buyers send papers back to
 * @param recipient who receives them there
 * @param phone the recipient's telephone, which couriers ask for. Example: {@code 021-28986102}.
 */
@Schema(name = "Seller")
record SellerData(
    @NotNull @Valid SellerText name,
    @NotNull String taxpayerId,
    @Schema(maxLength = 100) @NotNull String drawer,
    @NotNull @Valid SellerText returnAddress,
    @NotNull @Valid SellerText recipient,
    @NotNull String phone) {

  private static final int LONGEST = 100;

  static SellerData of(SellerProfile profile) {
    return new SellerData(
        profile.name(),
        profile.taxpayerId(),
        profile.drawer(),
        profile.returnAddress(),
        profile.recipient(),
        profile.phone());
  }

  /** The profile in the form in which it is kept. */
  SellerProfile checked(LocalDate today) {
    Violations violations = new Violations();
    SellerProfile profile =
        new SellerProfile(
            printed("name", name, violations),
            TaxpayerId.parse(taxpayerId, today, false)
                .orTell(flaw -> violations.add("taxpayerId", BuyerRules.keyOf(flaw)))
                .map(TaxpayerId::text)
                .orElse(""),
            printed("drawer", drawer, violations),
            printed("returnAddress", returnAddress, violations),
            printed("recipient", recipient, violations),
            PhoneNumber.parse(phone).map(PhoneNumber::text).orElse(""));
    if (profile.phone().isEmpty()) {
      violations.add("phone", "violation.phone");
    }
    violations.throwIfAny();
    return profile;
  }

  private static SellerText printed(String field, SellerText sent, Violations violations) {
    return new SellerText(
        printed(field + ".zh-CN", sent.chinese(), violations),
        printed(field + ".en", sent.en(), violations),
        printed(field + ".de", sent.de(), violations));
  }

  private static String printed(String field, String sent, Violations violations) {
    return PrintedFields.read(field, sent, LONGEST, violations).orElse("");
  }
}
