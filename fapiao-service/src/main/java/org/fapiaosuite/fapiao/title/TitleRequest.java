package org.fapiaosuite.fapiao.title;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A title as the customer sends it: a buyer, and whether it is to be the default. */
@Schema(name = "TitleRequest")
public record TitleRequest(
    @NotNull TitleType titleType,
    @NotNull String name,
    @Nullable String taxpayerId,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String bankName,
    @Nullable String bankAccount,
    @JsonProperty("default")
        @Schema(name = "default", description = "False when absent; one title at most is it")
        @Nullable Boolean standard) {

  BuyerData buyer() {
    return new BuyerData(titleType, name, taxpayerId, address, phone, bankName, bankAccount);
  }

  boolean wantsDefault() {
    return Boolean.TRUE.equals(standard);
  }
}
