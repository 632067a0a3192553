package org.fapiaosuite.fapiao.calendar.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.calendar.CalendarYear;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The holiday arrangements, which the State Council announces each November. */
@Path("/api/v1/service-centre/calendar/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service centre")
public class CalendarResource {

  /** A year's arrangement; the year is in the address. */
  @Schema(name = "CalendarYear")
  public record CalendarData(
      @Schema(description = "Where the notice can be read") @NotNull @Size(max = 300) String source,
      @Schema(description = "Days off, weekends within a holiday included") @NotNull
          List<@NotNull LocalDate> offDays,
      @Schema(description = "Weekend days that are worked in exchange") @NotNull
          List<@NotNull LocalDate> workDays) {

    static CalendarData of(CalendarYear year) {
      return new CalendarData(year.source(), year.offDays(), year.workDays());
    }
  }

  private final Calendars calendars;
  private final Staff staff;

  CalendarResource(Calendars calendars, Staff staff) {
    this.calendars = calendars;
    this.staff = staff;
  }

  /** What promises are computed with; 404 for a year without a notice. */
  @GET
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getCalendar", summary = "The working days of a year")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CalendarData.class)))
  @APIResponse(responseCode = "304", description = "Unchanged")
  public Response get(@PathParam("year") int year, @Context Request request) {
    Calendars.Versioned known = calendars.year(year).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, known.version(), () -> CalendarData.of(known.notice()));
  }

  /** Loads a year; If-Match is needed to replace one. Promises under way are computed again. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Operation(operationId = "putCalendar", summary = "Load the working days of a year")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CalendarData.class)))
  public Response put(
      @PathParam("year") int year,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid CalendarData sent) {
    CalendarYear notice = new CalendarYear(year, sent.source(), sent.offDays(), sent.workDays());
    Calendars.Versioned loaded = calendars.load(notice, staff.id(), ifMatch);
    return Versions.changed(loaded.version(), CalendarData.of(loaded.notice()));
  }
}
