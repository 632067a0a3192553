package org.fapiaosuite.audit.chain;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.fapiaosuite.audit.chain.Verification.Broken;

/**
 * Verifies a trail from outside of its service: {@code VerifyCommand <jdbc url> <role> [anchor]},
 * with the password in the environment variable PGPASSWORD. Says on one line what was found. Ends
 * with 0 when the chain is whole, 1 when it is broken, 2 when it could not be read.
 */
public final class VerifyCommand {

  private static final int WHOLE = 0;
  private static final int BROKEN = 1;
  private static final int UNREADABLE = 2;
  private static final int MOST_ARGUMENTS = 3;

  private VerifyCommand() {}

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  static int run(String[] arguments, PrintStream out) {
    if (arguments.length < 2 || arguments.length > MOST_ARGUMENTS) {
      out.println("usage: VerifyCommand <jdbc url> <role> [anchor]");
      return UNREADABLE;
    }
    String password = Objects.requireNonNullElse(System.getenv("PGPASSWORD"), "");
    try (Connection connection =
        DriverManager.getConnection(arguments[0], arguments[1], password)) {
      String anchor = arguments.length == MOST_ARGUMENTS ? arguments[2] : null;
      return tell(new Verifier(connection, anchor).verify(), out);
    } catch (SQLException e) {
      out.println("cannot read the trail, sqlState=" + e.getSQLState());
      return UNREADABLE;
    }
  }

  private static int tell(Verification found, PrintStream out) {
    Broken broken = found.firstBroken();
    if (broken == null) {
      out.printf(
          "whole, rows=%d verifiedUpTo=%s waiting=%d anchor=%s%n",
          found.rows(), found.verifiedUpTo(), found.waiting(), found.anchor());
      return WHOLE;
    }
    out.printf(
        "broken, entry=%d position=%d finding=%s verifiedRows=%d%n",
        broken.entry(), broken.position(), broken.finding(), found.rows());
    return BROKEN;
  }
}
