package org.fapiaosuite.fapiao.correction.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.correction.Correction;
import org.fapiaosuite.fapiao.correction.CorrectionBook;
import org.fapiaosuite.fapiao.correction.CorrectionDesk;
import org.fapiaosuite.fapiao.correction.PreparationRequest;
import org.fapiaosuite.fapiao.correction.ReturnDesk;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.rest.FapiaoView;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What the service centre does with a Fapiao that is wrong, or paid back. */
@Path("/api/v1/service-centre/fapiaos/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"CLERK", "LEAD"})
@Tag(name = "Service centre")
public class CorrectionResource {

  private final ReturnDesk returns;
  private final CorrectionDesk desk;
  private final CorrectionBook book;
  private final Fapiaos fapiaos;
  private final Staff staff;
  private final CallerLanguage language;

  CorrectionResource(
      ReturnDesk returns,
      CorrectionDesk desk,
      CorrectionBook book,
      Fapiaos fapiaos,
      Staff staff,
      CallerLanguage language) {
    this.returns = returns;
    this.desk = desk;
    this.book = book;
    this.fapiaos = fapiaos;
    this.staff = staff;
    this.language = language;
  }

  /**
   * Takes in what comes back of a paper Fapiao: copies, a proof in their place, or the news that
   * they are lost.
   *
   * <p>What came before stays; the same again changes nothing. The customer reads of it in the
   * progress.
   *
   * @param id the id of the Fapiao
   * @return the Fapiao, RETURNING
   * @throws ProblemException 409 when nothing of it is left, or it is a red letter: {@code
   *     cannot-correct}, with its status as {@code state}
   */
  @POST
  @Path("/return-check-in")
  @Audited
  @Operation(operationId = "checkInReturn", summary = "Check in what comes back")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FapiaoView.class)))
  public Response checkIn(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CorrectionRequests.CheckIn request) {
    Fapiao fapiao = returns.checkIn(id, request.arrival(), staff.id(), ifMatch);
    return Versions.changed(
        fapiao.version(), FapiaoView.among(fapiaos.redLetters(List.of(fapiao))).apply(fapiao));
  }

  /**
   * Asks which correction is legally right as things stand.
   *
   * <p>Changes nothing. The copies that are back, the day in China and a form that is under way are
   * known here; what only the tax bureau's platform shows is to be sent.
   *
   * @param id the id of the Fapiao
   * @return the decision and its reasons, each with the rule it comes from
   * @throws ProblemException 409 when nothing of it is left, or it is a red letter: {@code
   *     cannot-correct}, with its status as {@code state}
   */
  @POST
  @Path("/correction")
  @Audited
  @Operation(operationId = "askForCorrection", summary = "Ask which correction is right")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DecisionView.class)))
  public Response ask(
      @PathParam("id") UUID id, @NotNull @Valid CorrectionRequests.Question request) {
    return Response.ok(DecisionView.of(desk.ask(id, request.stated()), language.locale()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  /**
   * Prepares to declare a paper Fapiao void.
   *
   * <p>Another person approves it before it is done at the tax bureau; then it is recorded. The
   * same again answers the one that is prepared.
   *
   * @param id the id of the Fapiao
   * @return the correction, PREPARED
   * @throws ProblemException 409 when the law asks for something else: {@code other-correction},
   *     with the decision as {@code state} and its reasons in the detail; when something else is
   *     prepared: {@code correction-open}; or when nothing of it is left: {@code cannot-correct}
   */
  @POST
  @Path("/void")
  @Audited
  @Operation(operationId = "prepareVoid", summary = "Prepare to void a Fapiao")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  public Response prepareVoid(
      @PathParam("id") UUID id, @NotNull @Valid CorrectionRequests.VoidFapiao request) {
    return prepare(id, request);
  }

  /**
   * Prepares a red letter that takes back some or all of a Fapiao.
   *
   * <p>Another person approves it before it is issued at the tax bureau; then it is recorded. The
   * same again answers the one that is prepared, and takes down how far its form is: one that came
   * to nothing ends the correction, so that another one can be prepared.
   *
   * @param id the id of the Fapiao
   * @return the correction, PREPARED
   * @throws ProblemException 409 when the law asks for something else: {@code other-correction},
   *     with the decision as {@code state} and its reasons in the detail; when something else is
   *     prepared: {@code correction-open}; when nothing of it is left: {@code cannot-correct}; or
   *     when number or form stand elsewhere: {@code fapiao-number-used}, {@code form-used}
   */
  @POST
  @Path("/red-letter")
  @Audited
  @Operation(operationId = "prepareRedLetter", summary = "Prepare a red letter")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  public Response prepareRedLetter(
      @PathParam("id") UUID id, @NotNull @Valid CorrectionRequests.RedLetter request) {
    return prepare(id, request);
  }

  /**
   * Approves a correction that another person prepared, or refuses it.
   *
   * <p>One that was prepared with its day, and a red letter with its number, is done with that.
   * Repeated, it answers the present state. Whoever prepared it may only take it back.
   *
   * @param id the id of the Fapiao
   * @return the correction: APPROVED, REFUSED, VOIDED or RED_LETTERED
   * @throws ProblemException 403 for whoever prepared it: {@code four-eyes}; and for an account
   *     without the role
   * @throws ProblemException 409 when the law asks for something else by now: {@code
   *     other-correction}; when the form has lapsed: {@code form-lapsed}; or when nothing waits:
   *     {@code nothing-prepared}
   */
  @POST
  @Path("/approval")
  @RolesAllowed("LEAD")
  @Audited
  @Operation(operationId = "approveCorrection", summary = "Approve or refuse a correction")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  public Response approve(
      @PathParam("id") UUID id, @NotNull @Valid CorrectionRequests.Approval request) {
    return answer(
        Response.Status.OK,
        desk.decide(id, request.approve(), request.printableReason(), staff.id()));
  }

  /**
   * Records what was done at the tax bureau after the approval.
   *
   * <p>The Fapiao is void, or the red letter exists and takes back its amount; what is free by that
   * can be applied for again. Repeated with the same, it answers the present state.
   *
   * @param id the id of the Fapiao
   * @return the correction: VOIDED or RED_LETTERED
   * @throws ProblemException 409 when the law asks for something else by now: {@code
   *     other-correction}; when the form has lapsed: {@code form-lapsed}; when nothing is approved:
   *     {@code nothing-prepared}; or when the number stands on another Fapiao: {@code
   *     fapiao-number-used}
   */
  @POST
  @Path("/reversal-record")
  @Audited
  @Operation(operationId = "recordReversal", summary = "Record a void or a red letter")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  public Response record(
      @PathParam("id") UUID id, @NotNull @Valid CorrectionRequests.ReversalRecord request) {
    return answer(Response.Status.OK, desk.record(id, request.act(), staff.id()));
  }

  private Response prepare(UUID id, PreparationRequest request) {
    return answer(Response.Status.ACCEPTED, desk.prepare(id, request, staff.id()));
  }

  private Response answer(Response.Status status, Correction correction) {
    return Response.status(status)
        .entity(CorrectionViews.of(book.entries(List.of(correction))).get(0))
        .build();
  }
}
