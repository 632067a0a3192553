package org.fapiaosuite.fapiao.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.TypedDigits;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.StockArrival;
import org.fapiaosuite.fapiao.stock.StockDesk;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Fapiao forms that come in, and copies that are spoilt. */
@Path("/api/v1/service-centre")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class StockResource {

  private static final String CODE = "\\d{10}|\\d{12}";

  /**
   * Consecutive numbers that are announced or received.
   *
   * @param type what the buyer can do with the Fapiao
   * @param medium paper or electronic
   * @param code 10 or 12 digits; those that name a kind have to be those of type and medium.
   *     Example: {@code 3100261320}.
   * @param first the first number, 8 digits. Example: {@code 00345601}.
   * @param last the last number, 8 digits, at most a million numbers after the first. Example:
   *     {@code 00345700}.
   * @param expectedAt when they are expected, later than now; needed while they are not received
   * @param receivedAt since when they are here, from 31 days ago to now; numbers count from then on
   */
  @Schema(name = "StockArrivalRequest")
  public record ArrivalRequest(
      @NotNull FapiaoType type,
      @NotNull Medium medium,
      @NotNull String code,
      @NotNull String first,
      @NotNull String last,
      @Nullable Instant expectedAt,
      @Nullable Instant receivedAt) {

    /** As a clerk types them. */
    @SuppressWarnings("NullAway") // what JSON leaves out is null until it is checked
    public ArrivalRequest {
      code = code == null ? null : TypedDigits.plain(code);
      first = first == null ? null : TypedDigits.plain(first);
      last = last == null ? null : TypedDigits.plain(last);
    }
  }

  /**
   * When a range is expected or was received, in place of what was registered; one of the two.
   *
   * @param expectedAt when it is expected, later than now
   * @param receivedAt since when it is here, from 31 days ago to now; numbers count from then on
   */
  @Schema(name = "StockScheduleRequest")
  public record ScheduleRequest(@Nullable Instant expectedAt, @Nullable Instant receivedAt) {}

  /**
   * A copy that cannot be used.
   *
   * @param code 10 or 12 digits, as printed. Example: {@code 3100261320}.
   * @param number 8 digits, as printed. Example: {@code 00345678}.
   * @param reason what happened to it, at most 200 characters. Example: {@code The printer jammed.}
   */
  @Schema(name = "StockWasteRequest")
  public record WasteRequest(
      @NotNull @Pattern(regexp = CODE, message = "{violation.code}") String code,
      @NotNull @Pattern(regexp = "\\d{8}", message = "{violation.number-8}") String number,
      @Schema(maxLength = 200) @NotNull String reason) {

    private static final int LONGEST = 200;

    /** As a clerk types them. */
    @SuppressWarnings("NullAway") // what JSON leaves out is null until it is checked
    public WasteRequest {
      code = code == null ? null : TypedDigits.plain(code);
      number = number == null ? null : TypedDigits.plain(number);
    }

    /** The reason in the form in which it is kept. */
    String printableReason() {
      Violations violations = new Violations();
      Optional<String> printable = PrintedFields.read("reason", reason, LONGEST, violations);
      violations.throwIfAny();
      return printable.orElseThrow();
    }
  }

  private final StockDesk desk;
  private final Staff staff;
  private final AuditTrail audit;

  StockResource(StockDesk desk, Staff staff, AuditTrail audit) {
    this.desk = desk;
    this.staff = staff;
    this.audit = audit;
  }

  /**
   * Registers consecutive numbers that the tax bureau has announced or handed out.
   *
   * <p>With the first range, stock is kept for their type and medium. Applications that wait are
   * taken up within seconds after numbers are received, in the order in which they were due, and
   * get a new due date.
   *
   * @return what is left of their type and medium
   * @throws ProblemException 409 when a number stands in another range: {@code range-overlaps}
   */
  @POST
  @Path("/stock-arrivals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "registerStock", summary = "Register announced or received numbers")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityView.class)))
  public Response register(@NotNull @Valid ArrivalRequest request) {
    audit.about(request.code());
    audit.detail(request.first() + "-" + request.last());
    return CapacityResource.answer(
        desk.book(
            new StockArrival(
                new FapiaoKind(request.type(), request.medium()),
                request.code(),
                request.first(),
                request.last(),
                request.expectedAt(),
                request.receivedAt()),
            staff.id()));
  }

  /**
   * Says when a registered range is expected, or that it has arrived.
   *
   * <p>{@code If-Match} takes the ETag of its type and medium.
   *
   * @param id the id of the range
   * @return what is left of its type and medium
   * @throws ProblemException 409 when numbers of it are in use and it would be only expected:
   *     {@code stock-in-use}
   */
  @PUT
  @Path("/stock-arrivals/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "scheduleStock", summary = "Say when numbers are expected or received")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityView.class)))
  public Response schedule(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ScheduleRequest request) {
    return CapacityResource.answer(
        desk.schedule(id, request.expectedAt(), request.receivedAt(), ifMatch));
  }

  /**
   * Registers a spoilt copy, whose number will not be issued.
   *
   * <p>An accepted application that it was kept for gets another number; where there is none, it
   * waits. Repeated, it answers the present state, with the first reason.
   *
   * @return what is left of its type and medium
   * @throws ProblemException 409 when a Fapiao has the number: {@code fapiao-number-used}
   * @throws ProblemException 422 when it stands in no registered range: {@code validation}
   */
  @POST
  @Path("/stock-waste")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited
  @Operation(operationId = "registerWaste", summary = "Register a spoilt copy")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CapacityView.class)))
  public Response waste(@NotNull @Valid WasteRequest request) {
    audit.about(request.code());
    audit.detail(request.number());
    return CapacityResource.answer(
        desk.spoil(
            new PrintedNumber(request.code(), request.number()),
            request.printableReason(),
            staff.id()));
  }
}
