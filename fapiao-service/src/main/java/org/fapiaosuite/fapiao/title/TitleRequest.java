package org.fapiaosuite.fapiao.title;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A buyer to be kept, and whether it is to be the default.
 *
 * @param titleType a person or an organization
 * @param name the person's name or the full registered name of the organization, at most 100
 *     characters; letters, numbers, signs and punctuation. Example: {@code 上海示例科技有限公司}.
 * @param taxpayerId the unified social credit code of 18 characters with a right check character
 *     (GB 32100-2015), or an older id of 15, 17, 18 or 20 characters. Example: {@code
 *     91310106552993944D}.
 * @param address the registered address, without telephone, at most 100 characters. Example: {@code
 *     上海市浦东新区科苑路88号}.
 * @param phone the registered telephone: a Chinese mobile, a fixed line with area code, a 400/800
 *     number, or one of Hong Kong, Macao or Taiwan with +852, +853 or +886; an extension behind a
 *     hyphen. Example: {@code 021-28986102}.
 * @param bankName bank and branch, at most 100 characters. Example: {@code 招商银行上海张江支行}.
 * @param bankAccount 6 to 30 digits, before them FTE, FTN, FTI, FTU, FTF, NRA or OSA where the
 *     account has it; spaces and hyphens are dropped. Example: {@code 121909876510901}.
 * @param checkDigitConfirmed true to say that a taxpayer id of 18 characters stands on the
 *     certificate as it is, although its check character is not the calculated one: some from
 *     before 2016 are in force. It is taken with a warning. Only where the form of the id is right
 * @param standard whether new applications begin with it; false when absent. It takes the place of
 *     the default there was.
 */
@Schema(name = "TitleRequest")
public record TitleRequest(
    @NotNull TitleType titleType,
    @Schema(maxLength = 100) @NotNull String name,
    @Nullable String taxpayerId,
    @Schema(maxLength = 100) @Nullable String address,
    @Nullable String phone,
    @Schema(maxLength = 100) @Nullable String bankName,
    @Nullable String bankAccount,
    @Nullable Boolean checkDigitConfirmed,
    @JsonProperty("default") @Schema(name = "default") @Nullable Boolean standard) {

  BuyerData buyer() {
    return new BuyerData(
        titleType, name, taxpayerId, address, phone, bankName, bankAccount, checkDigitConfirmed);
  }

  boolean wantsDefault() {
    return Boolean.TRUE.equals(standard);
  }
}
