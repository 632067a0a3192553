package org.fapiaosuite.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fapiaosuite.account.credential.Passwords;
import org.fapiaosuite.account.credential.Passwords.Outcome;
import org.fapiaosuite.account.problem.Problem;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.kernel.EmailAddress;

/** Finds out whether somebody is who they say: by their password, or by a temporary one. */
@ApplicationScoped
public class SignIn {

  private final Passwords passwords;
  private final SignInDelays delays;
  private final SignInRecords records;

  SignIn(Passwords passwords, SignInDelays delays, SignInRecords records) {
    this.passwords = passwords;
    this.delays = delays;
    this.records = records;
  }

  /**
   * Somebody who has proven to be who they say.
   *
   * @param temporary signed in with a temporary password: good for setting a new one only
   */
  public record SignedIn(Account account, boolean temporary) {}

  /**
   * The account of address and password.
   *
   * @param address network address of the caller
   * @throws org.fapiaosuite.rest.problem.ProblemException 401 when they do not belong together, 429
   *     when the try comes too soon, 503 when too many want their password checked
   */
  public SignedIn with(EmailAddress email, String password, String address) {
    Optional<Account> temporary = records.burnTemporary(email, password);
    if (temporary.isPresent()) {
      delays.prove(email, address);
      return new SignedIn(temporary.get(), true);
    }
    delays.tryOnce(email, address);
    Optional<Account> account = records.active(email);
    Outcome outcome = passwords.check(account.map(Account::passwordHash).orElse(null), password);
    if (account.isEmpty() || outcome == Outcome.WRONG) {
      delays.failed(email);
      throw Problem.CREDENTIALS_REFUSED.with();
    }
    delays.forgive(email, address);
    if (outcome == Outcome.RIGHT_BUT_OUTDATED) {
      records.rehash(account.get(), passwords.hash(password));
    }
    return new SignedIn(account.get(), false);
  }

  /**
   * Asks the one who is signed in for their password once more.
   *
   * @param address network address of the caller
   * @throws org.fapiaosuite.rest.problem.ProblemException as {@link #with}
   */
  public void confirm(Account account, String password, String address) {
    delays.tryOnce(account.email(), address);
    if (passwords.check(account.passwordHash(), password) == Outcome.WRONG) {
      delays.failed(account.email());
      throw Problem.CREDENTIALS_REFUSED.with();
    }
    delays.forgive(account.email(), address);
  }
}
