package org.fapiaosuite.fapiao.delivery.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.delivery.DeliveryConfig;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/** One way of delivery on offer. */
@Schema(name = "DeliveryMethod", description = "One way of delivery on offer")
public record DeliveryMethodView(
    DeliveryMethod method,
    @Schema(description = "In the caller's language") String name,
    Medium medium,
    @Schema(description = "True when the recipient pays the freight") boolean freightCollect,
    @Schema(description = "Fields of the delivery it takes") List<String> fields,
    @Schema(description = "Only for PICKUP") @Nullable BranchView branch) {

  /** Where to pick up. */
  @Schema(name = "Branch")
  public record BranchView(
      String name,
      @Schema(description = "In the caller's language") String address,
      String contact,
      String phone,
      @Schema(description = "When somebody is there, China time, in the caller's language")
          String hours) {

    static BranchView of(DeliveryConfig.Branch branch, Locale locale) {
      return new BranchView(
          branch.name(),
          branch.address().in(locale),
          branch.contact(),
          branch.phone(),
          branch.hours().in(locale));
    }
  }

  /** The collection of them. */
  @Schema(name = "DeliveryMethods")
  public record Collection(List<DeliveryMethodView> items) {}

  static List<String> fieldsOf(DeliveryMethod method) {
    return switch (method) {
      case YUNDA, SF_COLLECT -> List.of("recipient", "phone", "region", "address", "postalCode");
      case PICKUP -> List.of("recipient", "phone");
      case EMAIL -> List.of("recipient");
    };
  }
}
