package org.fapiaosuite.fapiao.delivery.rest;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.delivery.DeliveryConfig;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/**
 * One way of delivery on offer.
 *
 * @param method what to send as {@code delivery.method}
 * @param name in the caller's language. Example: {@code SF Express, freight collect}.
 * @param medium what it delivers
 * @param freightCollect true when the recipient pays the freight to the courier
 * @param fields the fields of {@code delivery} it takes beside {@code method}; all are needed
 *     except {@code postalCode}. Example: {@code ["recipient", "phone"]}.
 * @param branch where to pick up; only for PICKUP
 */
@Schema(name = "DeliveryOption")
public record DeliveryMethodView(
    DeliveryMethod method,
    String name,
    Medium medium,
    boolean freightCollect,
    List<String> fields,
    @Nullable BranchView branch) {

  /**
   * Where Fapiao can be picked up.
   *
   * @param name the branch's name. Example: {@code Shanghai}.
   * @param address its address, as a visitor needs it, in the caller's language. Example: {@code
   *     Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657}.
   * @param contact whom to ask for. Example: {@code Zhu qin qin}.
   * @param phone its telephone. Example: {@code 021-28986102}.
   * @param hours when somebody is there, China time, in the caller's language. Example: {@code
   *     Monday to Friday, 9:00 to 17:30}.
   */
  @Schema(name = "Branch")
  public record BranchView(
      String name, String address, String contact, String phone, String hours) {

    static BranchView of(DeliveryConfig.Branch branch, Locale locale) {
      return new BranchView(
          branch.name(),
          branch.address().in(locale),
          branch.contact(),
          branch.phone(),
          branch.hours().in(locale));
    }
  }

  /**
   * Every way of delivery on offer.
   *
   * @param items couriers first
   */
  @Schema(name = "DeliveryOptionList")
  public record Collection(List<DeliveryMethodView> items) {}

  static List<String> fieldsOf(DeliveryMethod method) {
    return switch (method) {
      case YUNDA, SF_COLLECT -> List.of("recipient", "phone", "region", "address", "postalCode");
      case PICKUP -> List.of("recipient", "phone");
      case EMAIL -> List.of("recipient");
    };
  }
}
