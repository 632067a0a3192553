package org.fapiaosuite.account.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.account.keys.AccessTokens;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whose request this is. Other services refuse an access token once they have heard that it was
 * taken back; here, where the truth is at hand, a signed-out session, a shut account or an older
 * epoch ends it at once.
 */
@RequestScoped
public class CurrentAccount {

  private final JsonWebToken token;
  private final Accounts accounts;
  private final SessionDesk sessions;

  CurrentAccount(JsonWebToken token, Accounts accounts, SessionDesk sessions) {
    this.token = token;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /**
   * The account that is signed in.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 401 when it no longer is
   */
  public Account account() {
    Account account =
        accounts
            .findByIdOptional(UUID.fromString(token.getSubject()))
            .filter(found -> found.isActive() && found.epoch() == epoch())
            .orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    UUID session = session();
    if (session != null && !sessions.isAlive(account.id(), session)) {
      throw StandardProblem.UNAUTHENTICATED.with();
    }
    return account;
  }

  /** The customers the token speaks for, those that an issuer vouches for included. */
  public List<String> customerIds() {
    return token.getClaim(AccessTokens.CUSTOMERS) instanceof JsonArray customers
        ? customers.getValuesAs(JsonString::getString)
        : List.of();
  }

  /** Whether an issuer's word opened the session, and not the password of its owner. */
  public boolean isVouchedFor() {
    return token.containsClaim(AccessTokens.ACTOR);
  }

  /** The session of the token; null for the token of a temporary password. */
  public @Nullable UUID session() {
    String id = token.getClaim(AccessTokens.SESSION);
    return id == null ? null : UUID.fromString(id);
  }

  /** The session of the token; empty when there is no token or it is not of a session. */
  public Optional<AccountSession> sessionIfSignedIn() {
    UUID session = token.getRawToken() == null ? null : session();
    return session == null
        ? Optional.empty()
        : Optional.of(new AccountSession(UUID.fromString(token.getSubject()), session));
  }

  /** A session and whose it is. */
  public record AccountSession(UUID account, UUID id) {}

  private long epoch() {
    JsonNumber epoch = token.getClaim(AccessTokens.EPOCH);
    return epoch.longValue();
  }
}
