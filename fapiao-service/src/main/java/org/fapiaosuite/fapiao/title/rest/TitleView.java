package org.fapiaosuite.fapiao.title.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.title.Title;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.fapiao.wording.WarningView;
import org.jspecify.annotations.Nullable;

/**
 * A kept title: a buyer, and whether applications begin with it.
 *
 * @param id the id of the title
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
 * @param checkDigitConfirmed true when you confirmed that the taxpayer id stands on the certificate
 *     as it is, although its check character is not the calculated one; absent otherwise
 * @param standard whether new applications begin with it; of at most one title of an account
 * @param warnings what seemed odd when it was saved; empty when it is only read
 * @param createdAt when it was first kept
 */
@Schema(name = "Title")
public record TitleView(
    UUID id,
    TitleType titleType,
    @Schema(maxLength = 100) String name,
    @Nullable String taxpayerId,
    @Schema(maxLength = 100) @Nullable String address,
    @Nullable String phone,
    @Schema(maxLength = 100) @Nullable String bankName,
    @Nullable String bankAccount,
    @Nullable Boolean checkDigitConfirmed,
    @JsonProperty("default") @Schema(name = "default") boolean standard,
    List<WarningView> warnings,
    Instant createdAt) {

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
        BuyerData.confirmed(buyer),
        title.isDefault(),
        WarningView.of(warnings, locale),
        title.createdAt());
  }
}
