package org.fapiaosuite.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL ran it.
 *
 * @param plan the plan with its figures, as text
 * @param buffers blocks of 8 KiB that it asked for, from memory or from disk, of temporary tables
 *     and of sorts that found no room too; those that only planning needed are not among them
 * @param rows how many it gave
 */
public record Explained(String plan, long buffers, long rows) {
  /** What a statement to be explained begins with. It is run, with all that it changes. */
  public static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS) ";

  private static final Pattern ROWS = Pattern.compile("\\(actual time=\\S+ rows=(\\d+)");
  private static final Pattern BUFFERS = Pattern.compile("(?m)^ +Buffers: (.*)$");
  private static final Pattern BLOCKS = Pattern.compile("(?:hit|read)=(\\d+)");
  private static final String PLANNING = "Planning:\n";

  /** Runs a statement. */
  public static Explained run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + sql)) {
      return run(statement);
    }
  }

  /** Runs a statement that begins with {@link #EXPLAIN} and has its values. */
  public static Explained run(PreparedStatement statement) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet lines = statement.executeQuery()) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    // The first line of each kind is that of the whole.
    Matcher blocks = BUFFERS.matcher(plan.toString().split(PLANNING)[0]);
    long buffers =
        blocks.find()
            ? BLOCKS
                .matcher(blocks.group(1))
                .results()
                .mapToLong(one -> Long.parseLong(one.group(1)))
                .sum()
            : 0;
    Matcher rows = ROWS.matcher(plan);
    if (!rows.find()) {
      throw new IllegalStateException("no rows are told in\n" + plan);
    }
    return new Explained(plan.toString(), buffers, Long.parseLong(rows.group(1)));
  }
}
