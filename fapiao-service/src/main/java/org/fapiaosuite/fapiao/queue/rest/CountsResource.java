package org.fapiaosuite.fapiao.queue.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.queue.QueueCounts;
import org.jspecify.annotations.Nullable;

/** The queue in numbers. */
@Path("/api/v1/service-centre/applications/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service centre")
public class CountsResource {

  private final QueueCounts counts;

  CountsResource(QueueCounts counts) {
    this.counts = counts;
  }

  /**
   * The queue in numbers.
   *
   * @param items one for each status that some application has, in the order of the statuses
   * @param onTimeRate of the applications that were due in the last 30 working days, the part whose
   *     Fapiao were issued in time, as a fraction of four places; absent when none was due.
   *     Example: {@code 0.9875}.
   */
  @Schema(name = "QueueCounts")
  public record CountsView(List<CountView> items, @Nullable String onTimeRate) {}

  /**
   * Applications of one status.
   *
   * @param status how far they are
   * @param count how many there are. Example: {@code 120}.
   * @param overdue how many of them are overdue. Example: {@code 2}.
   * @param atRisk how many of them are due soon, by default within four working hours. Example:
   *     {@code 7}.
   */
  @Schema(name = "QueueCount")
  public record CountView(ApplicationStatus status, long count, long overdue, long atRisk) {

    static CountView of(QueueCounts.Count count) {
      return new CountView(count.status(), count.count(), count.overdue(), count.atRisk());
    }
  }

  /**
   * Counts the applications by status, and says how well the promise is kept.
   *
   * @return the numbers
   */
  @GET
  @RolesAllowed({"CLERK", "LEAD", "ADMIN", "AUDITOR"})
  @Operation(operationId = "countApplications", summary = "Count the applications by status")
  public CountsView count() throws SQLException {
    return new CountsView(
        counts.byStatus().stream().map(CountView::of).toList(),
        counts.onTimeRate().map(BigDecimal::toPlainString).orElse(null));
  }
}
