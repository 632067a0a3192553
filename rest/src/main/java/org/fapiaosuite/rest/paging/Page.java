package org.fapiaosuite.rest.paging;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most {@code limit} of them
 * @param nextCursor where the next page begins, to be sent as {@code cursor}; absent on the last
 *     one. Example: {@code AAAAAAZcH2aHaDE2}.
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * Makes a page of rows that were read one beyond the limit, to know whether more follow.
   *
   * @param end the sort key of a row
   */
  public static <R, T> Page<T> of(
      PageRequest page, List<R> rows, Function<R, Cursor> end, Function<R, T> view) {
    return of(page.limit(), rows, row -> end.apply(row).encode(page.list()), view);
  }

  /**
   * The same for a list whose API describes its cursors as ids or numbers.
   *
   * @param cursor of the page that ends with a row
   */
  public static <R, T> Page<T> of(
      int limit, List<R> rows, Function<R, String> cursor, Function<R, T> view) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(view).toList(), more ? cursor.apply(shown.get(limit - 1)) : null);
  }

  /** The page under a name of its own, which the API describes it by. */
  public <P> P as(BiFunction<List<T>, @Nullable String, P> named) {
    return named.apply(items, nextCursor);
  }
}
