package org.fapiaosuite.account.command;

import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.util.List;
import org.fapiaosuite.account.exchange.IssuerSwitch;
import org.fapiaosuite.account.keys.KeyRotation;
import org.fapiaosuite.account.staff.FirstAdmin;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * One command; the exit code is 0 when it was done, 1 when it was refused, 2 when not understood.
 */
public class Command implements QuarkusApplication {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private static final String USAGE =
      """
      first-admin <e-mail>   makes the first administrator and prints a password that works once,
                             within the hour, to choose a password of one's own
      issuer-off <name>      takes no more tokens of a trusted issuer, signs out at once whoever came
                             in with one, and prints how many sessions that were
      issuer-on <name>       takes its tokens again
      rotate-keys            makes the key that will sign access tokens next, and prints from when on
      """;

  private final FirstAdmin firstAdmin;
  private final KeyRotation rotation;
  private final IssuerSwitch issuers;

  Command(FirstAdmin firstAdmin, KeyRotation rotation, IssuerSwitch issuers) {
    this.firstAdmin = firstAdmin;
    this.rotation = rotation;
    this.issuers = issuers;
  }

  @Override
  public int run(String... arguments) {
    List<String> words = List.of(arguments);
    if (words.size() == 2 && words.get(0).equals("first-admin")) {
      return firstAdmin(words.get(1));
    }
    if (words.size() == 2 && words.get(0).equals("issuer-off")) {
      return issuerOff(words.get(1));
    }
    if (words.size() == 2 && words.get(0).equals("issuer-on")) {
      return issuers.on(words.get(1)) ? DONE : unknownIssuer();
    }
    if (words.equals(List.of("rotate-keys"))) {
      out().println("signs from " + rotation.byCommand());
      return DONE;
    }
    err().print(USAGE);
    return NOT_UNDERSTOOD;
  }

  private int issuerOff(String name) {
    return issuers
        .off(name)
        .map(
            ended -> {
              out().println("sessions ended " + ended);
              return DONE;
            })
        .orElseGet(Command::unknownIssuer);
  }

  private static int unknownIssuer() {
    err().println("No issuer is configured under that name.");
    return REFUSED;
  }

  private int firstAdmin(String typed) {
    return EmailAddress.parse(typed)
        .map(
            email ->
                firstAdmin
                    .make(email)
                    .map(
                        password -> {
                          out().println(password);
                          return DONE;
                        })
                    .orElseGet(
                        () -> {
                          err()
                              .println("There is an administrator, or an account of that address.");
                          return REFUSED;
                        }))
        .orElseGet(
            () -> {
              err().println("That is no e-mail address.");
              return NOT_UNDERSTOOD;
            });
  }

  /** The answer of a command, which goes to whoever called it and into no log. */
  private static PrintStream out() {
    return System.out;
  }

  private static PrintStream err() {
    return System.err;
  }
}
