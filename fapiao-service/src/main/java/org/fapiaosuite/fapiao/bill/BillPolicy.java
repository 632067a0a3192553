package org.fapiaosuite.fapiao.bill;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Limits a seller may set on what can be applied for; none by default. */
@ConfigMapping(prefix = "fapiao.bills")
public interface BillPolicy {

  /** Days after payment within which a Fapiao has to be applied for. */
  Optional<@Min(1) Integer> applyWithinDays();

  /** The smallest amount a Fapiao is issued for, in yuan with two decimals. */
  Optional<@Pattern(regexp = "\\d{1,9}\\.\\d{2}") String> minimum();
}
