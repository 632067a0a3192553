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
 *     too; those that only planning needed are not among them
 * @param rows how many it gave
 */
public record Explained(String plan, long buffers, long rows) {
  /** What a statement to be explained begins with. It is run, with all that it changes. */
  public static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS) ";

  private static final Pattern ROWS = Pattern.compile("\\(actual time=\\S+ rows=(\\d+)");
  private static final Pattern BUFFERS = Pattern.compile("(?m)^ +Buffers: (.*)$");
  private static final Pattern BLOCKS = Pattern.compile(" ?(?:hit|read)=(\\d+)");

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
    String blocks = first(BUFFERS, plan);
    long buffers =
        BLOCKS.matcher(blocks).results().mapToLong(one -> Long.parseLong(one.group(1))).sum();
    return new Explained(plan.toString(), buffers, Long.parseLong(first(ROWS, plan)));
  }

  private static String first(Pattern pattern, CharSequence plan) {
    Matcher matcher = pattern.matcher(plan);
    if (!matcher.find()) {
      throw new IllegalStateException(pattern + " is not in\n" + plan);
    }
    return matcher.group(1);
  }
}
