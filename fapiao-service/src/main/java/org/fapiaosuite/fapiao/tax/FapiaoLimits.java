package org.fapiaosuite.fapiao.tax;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.kernel.Money;

/** What the tax bureau allows the seller. */
@ConfigMapping(prefix = "fapiao.issuing")
public interface FapiaoLimits {

  /**
   * The largest amount without tax of one paper Fapiao, in yuan; the device's version decides. By
   * default that of the ten-million version.
   */
  @WithDefault("9999999.99")
  @Pattern(regexp = "\\d{1,8}\\.\\d{2}")
  String paperCeiling();

  /** The same for an electronic Fapiao; without it only the quota limits. */
  Optional<@Pattern(regexp = "\\d{1,10}\\.\\d{2}") String> electronicCeiling();

  /** The most Fapiao one application may yield. */
  @WithDefault("100")
  @Min(1)
  int mostFapiaos();

  /** The largest amount without tax of one Fapiao of a medium. */
  default Money ceiling(Medium medium) {
    return switch (medium) {
      case PAPER -> Money.ofYuan(paperCeiling());
      case ELECTRONIC -> electronicCeiling().map(Money::ofYuan).orElse(Money.LARGEST);
    };
  }
}
