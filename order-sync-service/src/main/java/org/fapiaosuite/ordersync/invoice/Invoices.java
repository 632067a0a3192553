package org.fapiaosuite.ordersync.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.fapiaosuite.ordersync.fact.ChinaTime;
import org.fapiaosuite.ordersync.font.InvoiceFont;
import org.fapiaosuite.ordersync.order.Order;
import org.fapiaosuite.rest.problem.StandardProblem;

/** The invoice of an order, made from the same numbers that the API tells. */
@ApplicationScoped
public class Invoices {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration NOT_SOON = Duration.ofHours(1);

  private final Sellers sellers;
  private final InvoicePdf pdf;
  private final InvoiceFont font;

  Invoices(Sellers sellers, InvoicePdf pdf, InvoiceFont font) {
    this.sellers = sellers;
    this.pdf = pdf;
    this.font = font;
  }

  /**
   * The invoice as PDF; the same bytes as long as order and seller are the same.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 503 when too many are asked for at once,
   *     or the build has no font
   */
  public byte[] of(Order order) {
    if (!font.isAvailable()) {
      throw StandardProblem.UNAVAILABLE.with().retryAfter(NOT_SOON);
    }
    Instant paidAt = Objects.requireNonNull(order.paidAt());
    InvoicePage plain = InvoicePage.of(order, sellers.on(ChinaTime.day(paidAt)));
    InvoicePage page = plain.withMissing(font.missing(plain.render()));
    try {
      return pdf.render(page.render(), "Order " + order.orderNumber(), paidAt)
          .orElseThrow(() -> StandardProblem.UNAVAILABLE.with().retryAfter(SOON));
    } catch (IOException e) {
      throw new UncheckedIOException("invoice cannot be made", e);
    }
  }
}
