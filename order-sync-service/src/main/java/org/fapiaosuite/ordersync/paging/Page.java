package org.fapiaosuite.ordersync.paging;

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
   * @param rows one more than the limit when there is a next page
   * @param position of a row in the list, for the cursor
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, Cursor> position, Function<R, T> view) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(view).toList(),
        more ? position.apply(shown.get(limit - 1)).text() : null);
  }
}
