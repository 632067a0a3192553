package org.fapiaosuite.fapiao.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import org.fapiaosuite.fapiao.stock.Notices;
import org.fapiaosuite.fapiao.stock.rest.NoticeView;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** What the form of an application is filled in with. */
@Path("/api/v1/bills/{id}/application-defaults")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills")
public class DefaultsResource {

  /**
   * What a customer would most likely enter for a bill; a request for its application, but for the
   * items.
   *
   * @param source where the values come from
   * @param type what the buyer can do with the Fapiao
   * @param medium paper or electronic
   * @param purpose what the customer needs it for
   * @param buyer whom the Fapiao is issued to
   * @param delivery how it reaches the buyer; only from a previous application
   * @param notices the notices in force that no Fapiao can be issued, of whatever type; usually
   *     none
   */
  @Schema(name = "ApplicationDefaults")
  public record DefaultsView(
      Suggestion.Source source,
      FapiaoType type,
      Medium medium,
      Purpose purpose,
      BuyerData buyer,
      @Nullable DeliveryData delivery,
      List<NoticeView> notices) {

    static DefaultsView of(Suggestion suggestion, List<NoticeView> notices) {
      Delivery delivery = suggestion.delivery();
      return new DefaultsView(
          suggestion.source(),
          suggestion.type(),
          suggestion.medium(),
          suggestion.purpose(),
          BuyerData.of(suggestion.buyer()),
          delivery == null ? null : DeliveryData.of(delivery),
          notices);
    }
  }

  private final Bills bills;
  private final Prefill prefill;
  private final Notices notices;
  private final Customer customer;
  private final CallerLanguage language;

  DefaultsResource(
      Bills bills, Prefill prefill, Notices notices, Customer customer, CallerLanguage language) {
    this.bills = bills;
    this.prefill = prefill;
    this.notices = notices;
    this.customer = customer;
    this.language = language;
  }

  /**
   * Shows what to fill in the form of an application with.
   *
   * <p>What the account confirmed last for the same customer, else its default title, else the name
   * of the payer: up to four characters count as a person, more as an organization. Without a
   * previous application it is an ORDINARY Fapiao on PAPER for the purpose GENERAL.
   *
   * @param id the id of a bill of the caller
   * @return the values to begin with; nothing is saved
   */
  @GET
  @Transactional
  @Operation(operationId = "getApplicationDefaults", summary = "Get defaults for an application")
  public DefaultsView get(@PathParam("id") UUID id) {
    Bill bill = bills.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return DefaultsView.of(
        prefill.forBill(bill, customer), NoticeView.of(notices.inForce(), language.locale()));
  }
}
