package org.fapiaosuite.fapiao.title;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The buyer at the border, as sent and as shown; {@link BuyerRules} says what is acceptable. */
@Schema(
    name = "Buyer",
    description = "What stands on the Fapiao about its buyer (title, 抬头); one title a bill")
public record BuyerData(
    @Schema(description = "INDIVIDUAL needs the name only") @NotNull TitleType titleType,
    @Schema(
            description = "Full registered name of the company, or the person's name",
            maxLength = 100,
            examples = "上海示例科技有限公司")
        @NotNull
        String name,
    @Schema(
            description =
                "Unified social credit code, or an older id of 15, 17, 18 or 20 characters",
            examples = "91310106552993944D")
        @Nullable String taxpayerId,
    @Schema(description = "Registered address", maxLength = 100) @Nullable String address,
    @Schema(description = "Registered telephone", examples = "021-28986102") @Nullable String phone,
    @Schema(description = "Bank and branch", maxLength = 100) @Nullable String bankName,
    @Schema(description = "Bank account, 6 to 30 digits") @Nullable String bankAccount) {

  public static BuyerData of(Buyer buyer) {
    return new BuyerData(
        buyer.titleType(),
        buyer.name(),
        buyer.taxpayerId(),
        buyer.address(),
        buyer.phone(),
        buyer.bankName(),
        buyer.bankAccount());
  }

  /** For staff who have no business with the numbers: the last four characters only. */
  public static BuyerData masked(Buyer buyer) {
    return new BuyerData(
        buyer.titleType(),
        buyer.name(),
        mask(buyer.taxpayerId()),
        buyer.address(),
        buyer.phone(),
        buyer.bankName(),
        mask(buyer.bankAccount()));
  }

  private static @Nullable String mask(@Nullable String secret) {
    return secret == null ? null : "****" + secret.substring(Math.max(0, secret.length() - 4));
  }
}
