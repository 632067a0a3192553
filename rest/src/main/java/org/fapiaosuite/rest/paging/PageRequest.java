package org.fapiaosuite.rest.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller asks for.
 *
 * @param cursor the {@code nextCursor} of the page before; absent for the first one
 * @param limit how many items at most
 * @param uri tells which list it is, so that it takes no cursor of another
 */
public record PageRequest(
    @QueryParam("cursor") @Nullable String cursor,
    @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
    @Context UriInfo uri) {

  /**
   * Where the page begins.
   *
   * @param start where the list begins that is asked for without a cursor
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when this list gave no such cursor
   */
  public Cursor from(Cursor start) {
    return cursor == null ? start : Cursor.decode(list(), cursor);
  }

  /** The path without a slash at its end. */
  String list() {
    String path = uri.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
