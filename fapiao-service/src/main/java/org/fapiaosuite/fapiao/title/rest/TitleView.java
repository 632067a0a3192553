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

/** A kept title as its account reads it. */
@Schema(name = "Title")
public record TitleView(
    UUID id,
    TitleType titleType,
    String name,
    @Nullable String taxpayerId,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String bankName,
    @Nullable String bankAccount,
    @JsonProperty("default") @Schema(name = "default") boolean standard,
    @Schema(description = "What seemed odd when it was saved") List<WarningView> warnings,
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
        title.isDefault(),
        WarningView.of(warnings, locale),
        title.createdAt());
  }
}
