package org.fapiaosuite.ordersync.font;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jspecify.annotations.Nullable;

/** Finds what there is to know about an order, in the language of who asks. */
@ApplicationScoped
public class OrderWarnings {

  private final InvoiceFont font;
  private final CallerLanguage language;

  OrderWarnings(InvoiceFont font, CallerLanguage language) {
    this.font = font;
    this.language = language;
  }

  /** Of an order by its payer's name, which may not be known. */
  public List<OrderWarning> ofPayer(@Nullable String payerName) {
    return payerName == null
        ? List.of()
        : OrderWarning.of(font.missing(payerName), "payerName", language.locale());
  }
}
