package org.fapiaosuite.fapiao.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Prefill;
import org.fapiaosuite.fapiao.application.Purpose;
import org.fapiaosuite.fapiao.application.Suggestion;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryData;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the form of an application is filled in with. */
@Path("/api/v1/bills/{id}/application-defaults")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills")
public class DefaultsResource {

  /** A form filled in as far as can be guessed. */
  @Schema(name = "ApplicationDefaults")
  public record DefaultsView(
      @Schema(description = "Where it comes from") Suggestion.Source source,
      FapiaoType type,
      Medium medium,
      Purpose purpose,
      BuyerData buyer,
      @Schema(description = "Only from a previous application") @Nullable DeliveryData delivery) {

    static DefaultsView of(Suggestion suggestion) {
      Delivery delivery = suggestion.delivery();
      return new DefaultsView(
          suggestion.source(),
          suggestion.type(),
          suggestion.medium(),
          suggestion.purpose(),
          BuyerData.of(suggestion.buyer()),
          delivery == null ? null : DeliveryData.of(delivery));
    }
  }

  private final Bills bills;
  private final Prefill prefill;
  private final Customer customer;

  DefaultsResource(Bills bills, Prefill prefill, Customer customer) {
    this.bills = bills;
    this.prefill = prefill;
    this.customer = customer;
  }

  /** The previous Fapiao information, else the default title, else the payer. */
  @GET
  @Transactional
  @Operation(operationId = "getApplicationDefaults", summary = "What to fill the form in with")
  public DefaultsView get(@PathParam("id") UUID id) {
    Bill bill = bills.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return DefaultsView.of(prefill.forBill(bill, customer));
  }
}
