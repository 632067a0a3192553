package org.fapiaosuite.fapiao.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * Makes a page of rows that were read one beyond the limit, to know whether more follow.
   *
   * @param end the sort key of a row
   */
  public static <R, T> Page<T> of(
      PageRequest page, List<R> rows, Function<R, Cursor> end, Function<R, T> view) {
    int limit = page.limit();
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(view).toList(), more ? end.apply(shown.get(limit - 1)).encode() : null);
  }
}
