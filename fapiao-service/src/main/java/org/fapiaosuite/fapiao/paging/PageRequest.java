package org.fapiaosuite.fapiao.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller asks for.
 *
 * @param cursor the {@code nextCursor} of the page before; absent for the first one
 * @param limit how many items at most
 */
public record PageRequest(
    @QueryParam("cursor") @Nullable String cursor,
    @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {

  /**
   * Where the page begins.
   *
   * @param start where a list begins that is asked for without a cursor
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the cursor is none of ours
   */
  public Cursor from(Cursor start) {
    return Cursor.decode(cursor, start);
  }
}
