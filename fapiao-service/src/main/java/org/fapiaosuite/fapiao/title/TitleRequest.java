package org.fapiaosuite.fapiao.title;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A buyer to be kept, and whether it is to be the default. */
@Schema(
    name = "TitleRequest",
    description = "A buyer to be kept, and whether it is to be the default.")
public record TitleRequest(
    @Schema(description = "A person or an organization.") @NotNull TitleType titleType,
    @Schema(
            description =
                "The person's name or the full registered name of the organization, at most 100"
                    + " characters; letters, digits and usual punctuation.",
            maxLength = 100,
            examples = "上海示例科技有限公司")
        @NotNull
        String name,
    @Schema(
            description =
                "The unified social credit code of 18 characters with a right check character"
                    + " (GB 32100-2015), or an older id of 15, 17, 18 or 20 characters.",
            examples = "91310106552993944D")
        @Nullable String taxpayerId,
    @Schema(
            description = "The registered address, without telephone, at most 100 characters.",
            maxLength = 100,
            examples = "上海市浦东新区科苑路88号")
        @Nullable String address,
    @Schema(
            description =
                "The registered telephone: a Chinese mobile, a fixed line with area code, or a"
                    + " 400/800 number.",
            examples = "021-28986102")
        @Nullable String phone,
    @Schema(
            description = "Bank and branch, at most 100 characters.",
            maxLength = 100,
            examples = "招商银行上海张江支行")
        @Nullable String bankName,
    @Schema(
            description = "6 to 30 digits; spaces and hyphens are dropped.",
            examples = "121909876510901")
        @Nullable String bankAccount,
    @JsonProperty("default")
        @Schema(
            name = "default",
            description =
                "Whether new applications begin with it; false when absent. It takes the place of the"
                    + " default there was.")
        @Nullable Boolean standard) {

  BuyerData buyer() {
    return new BuyerData(titleType, name, taxpayerId, address, phone, bankName, bankAccount);
  }

  boolean wantsDefault() {
    return Boolean.TRUE.equals(standard);
  }
}
