package org.fapiaosuite.fapiao.bill.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.BillList;
import org.fapiaosuite.fapiao.bill.BillStatus;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.bill.Eligibility;
import org.fapiaosuite.fapiao.problem.Choice;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.paging.Cursor;
import org.fapiaosuite.rest.paging.Page;
import org.fapiaosuite.rest.paging.PageRequest;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Billing records: what was paid and can be invoiced. */
@Path("/api/v1/bills")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("CUSTOMER")
@Tag(name = "Bills")
public class BillResource {

  private final Bills bills;
  private final BillList list;
  private final Eligibility eligibility;
  private final Customer customer;
  private final CallerLanguage language;

  BillResource(
      Bills bills,
      BillList list,
      Eligibility eligibility,
      Customer customer,
      CallerLanguage language) {
    this.bills = bills;
    this.list = list;
    this.eligibility = eligibility;
    this.customer = customer;
    this.language = language;
  }

  /**
   * Lists the bills of the caller, newest payment first.
   *
   * @param status only bills of this status
   * @return one page
   */
  @GET
  @Operation(operationId = "listBills", summary = "List your bills")
  public Page<BillView> list(
      @Parameter(schema = @Schema(implementation = BillStatus.class)) @QueryParam("status")
          @Nullable String status,
      @Valid @BeanParam PageRequest page)
      throws SQLException {
    BillStatus wanted = Choice.of(BillStatus.class, "status", status);
    Locale locale = language.locale();
    return Page.of(
        page,
        list.page(customer, wanted, page.from(Cursor.NEWEST), page.limit()),
        bill -> new Cursor(bill.paidAt(), bill.id()),
        bill -> BillView.of(bill, eligibility, locale));
  }

  /**
   * Shows one bill of the caller.
   *
   * @param id the id of the bill
   * @return the bill
   */
  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getBill", summary = "Get a bill")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BillView.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Bill bill = bills.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(
        request, bill.version(), () -> BillView.of(bill, eligibility, language.locale()));
  }
}
