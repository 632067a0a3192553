package org.fapiaosuite.fapiao.queue.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.access.Staff;
import org.fapiaosuite.fapiao.application.rest.QueueQuery;
import org.fapiaosuite.fapiao.queue.Exports;
import org.fapiaosuite.fapiao.queue.Exports.Format;
import org.fapiaosuite.fapiao.wording.Wording;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.ProblemException;

/** The work queue as a file for a spreadsheet. */
@Path("/api/v1/service-centre")
@RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
@Tag(name = "Service centre")
public class ExportResource {

  /** Comma-separated values in UTF-8. */
  static final String CSV = "text/csv";

  /** A workbook. */
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Exports exports;
  private final CallerLanguage language;
  private final Staff staff;

  ExportResource(Exports exports, CallerLanguage language, Staff staff) {
    this.exports = exports;
    this.language = language;
    this.staff = staff;
  }

  /**
   * Exports applications as comma-separated values: UTF-8 with a byte order mark, headings in the
   * caller's language, moments in China time.
   *
   * <p>Text that a spreadsheet would take for a formula has an apostrophe before it. No address,
   * phone, taxpayer id or bank account is in it.
   *
   * @return the file
   * @throws ProblemException 422 when more applications match than an export holds, by default
   *     100,000: {@code export-too-large}
   */
  @GET
  @Path("/applications.csv")
  @Produces({CSV, MediaType.APPLICATION_JSON})
  @Operation(operationId = "exportApplicationsCsv", summary = "Export applications as CSV")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  public Response csv(@Valid @BeanParam QueueQuery query) {
    return answer(Format.CSV, CSV + ";charset=UTF-8", query, "exportApplicationsCsv");
  }

  /**
   * Exports applications as an Excel workbook with one sheet, all cells text; else like the CSV.
   *
   * @return the file
   * @throws ProblemException 422 when more applications match than an export holds, by default
   *     100,000: {@code export-too-large}
   */
  @GET
  @Path("/applications.xlsx")
  @Produces({XLSX, MediaType.APPLICATION_JSON})
  @Operation(operationId = "exportApplicationsXlsx", summary = "Export applications as a workbook")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = XLSX,
              schema = @Schema(implementation = String.class, format = "binary")))
  public Response xlsx(@Valid @BeanParam QueueQuery query) {
    return answer(Format.XLSX, XLSX, query, "exportApplicationsXlsx");
  }

  private Response answer(Format format, String type, QueueQuery query, String action) {
    List<UUID> chosen = exports.choose(query.filter(staff.id()), action);
    List<String> headings =
        Exports.columns().stream()
            .map(column -> Wording.text(language.locale(), "export." + column))
            .toList();
    StreamingOutput file = out -> exports.write(format, chosen, headings, out);
    String name = "applications." + (format == Format.CSV ? "csv" : "xlsx");
    return Response.ok(file, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
