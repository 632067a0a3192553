package org.fapiaosuite.fapiao.seller;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.rest.language.InEachLanguage;

/**
 * A text of the seller's profile in each language.
 *
 * @param chinese in Chinese, as it is printed. Example: {@code 示例云服务（上海）有限公司}.
 * @param en in English. Example: {@code Example Cloud Services (Shanghai) Co., Ltd.}
 * @param de in German. Example: {@code Example Cloud Services (Shanghai) Co., Ltd.}
 */
@Schema(name = "SellerText")
public record SellerText(
    @JsonProperty("zh-CN") @NotNull String chinese, @NotNull String en, @NotNull String de) {

  static SellerText of(InEachLanguage configured) {
    return new SellerText(configured.chinese(), configured.en(), configured.de());
  }

  /** In the language of a reader, English where it is none of the others. */
  public String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh" -> chinese;
      case "de" -> de;
      default -> en;
    };
  }
}
