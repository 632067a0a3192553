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
import org.fapiaosuite.audit.Audited;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.calendar.CalendarYear;
import org.fapiaosuite.fapiao.calendar.Calendars;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** The holiday arrangements, which the State Council announces each November. */
@Path("/api/v1/service-centre/calendar/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service centre")
public class CalendarResource {

  /**
   * The days of one year that differ from the ordinary week; all other Saturdays and Sundays are
   * off, all other days worked. The year stands in the path.
   *
   * @param source where the State Council's notice can be read, 1 to 300 characters. Example:
   *     {@code https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm}.
   * @param offDays days off, weekends within a holiday included: days of the year or of the
   *     December before, each once, at most 100
   * @param workDays Saturdays and Sundays that are worked in exchange; the same bounds
   */
  @Schema(name = "CalendarYear")
  public record CalendarData(
      @NotNull @Size(max = 300) String source,
      @NotNull List<@NotNull LocalDate> offDays,
      @NotNull List<@NotNull LocalDate> workDays) {

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

  /**
   * Shows the holidays of a year, with which due dates are computed.
   *
   * @param year 2000 to 2100. Example: {@code 2026}.
   * @return the holidays of the year
   * @throws ProblemException 404 when the holidays of the year are not known yet; the State Council
   *     announces them each November
   */
  @GET
  @Transactional
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "getCalendarYear", summary = "Get the holidays of a year")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CalendarData.class)))
  @APIResponse(responseCode = "304", description = "It is still as you have it.")
  public Response get(@PathParam("year") int year, @Context Request request) {
    Calendars.Versioned known = calendars.year(year).orElseThrow(StandardProblem.NOT_FOUND::with);
    return Versions.answer(request, known.version(), () -> CalendarData.of(known.notice()));
  }

  /**
   * Loads or replaces the holidays of a year.
   *
   * <p>{@code If-Match} is needed when they are known already, also when they came with the
   * software. The due dates of applications under way are computed again within seconds; their
   * customers are told when one changes.
   *
   * @param year 2000 to 2100. Example: {@code 2026}.
   * @return the holidays as they are now
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"LEAD", "ADMIN"})
  @Audited
  @Operation(operationId = "putCalendarYear", summary = "Load the holidays of a year")
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
