package org.fapiaosuite.fapiao.title.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.Title;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.fapiao.wording.WarningView;
import org.jspecify.annotations.Nullable;

/** A kept title: a buyer, and whether applications begin with it. */
@Schema(
    name = "Title",
    description = "A kept title: a buyer, and whether applications begin with it.",
    requiredProperties = {"id", "titleType", "name", "default", "warnings", "createdAt"})
public record TitleView(
    @Schema(description = "The id of the title.") UUID id,
    @Schema(description = "A person or an organization.") TitleType titleType,
    @Schema(
            description =
                "The person's name or the full registered name of the organization, at most 100"
                    + " characters; letters, digits and usual punctuation.",
            maxLength = 100,
            examples = "上海示例科技有限公司")
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
                "Whether new applications begin with it; of at most one title of an account.")
        boolean standard,
    @Schema(description = "What seemed odd when it was saved; empty when it is only read.")
        List<WarningView> warnings,
    @Schema(description = "When it was first kept.") Instant createdAt) {

  static TitleView of(Title title, List<Warning> warnings, Locale locale) {
    Buyer buyer = title.buyer();
    return new TitleView(
        title.id(),
        buyer.titleType(),
        buyer.name(),
        buyer.taxpayerId(),
        buyer.address(),
        buyer.phone(),
        buyer.bankName(),
        buyer.bankAccount(),
        title.isDefault(),
        WarningView.of(warnings, locale),
        title.createdAt());
  }
}
