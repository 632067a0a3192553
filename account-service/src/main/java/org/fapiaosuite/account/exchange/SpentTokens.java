package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;

/** The tokens that were exchanged, until they would have expired: none is taken twice. */
@ApplicationScoped
public class SpentTokens {

  private final Session database;
  private final Clock clock;

  SpentTokens(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Spends a token.
   *
   * @throws TokenRefused when it is spent already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void spend(SubjectToken token) {
    int first =
        database
            .createNativeMutationQuery(
                "INSERT INTO spent_token (digest, expires_at) VALUES (?1, ?2)"
                    + " ON CONFLICT DO NOTHING")
            .setParameter(1, token.digest())
            .setParameter(2, token.expiresAt())
            .executeUpdate();
    if (first == 0) {
      throw TokenRefused.token("was exchanged before; each is taken once");
    }
  }

  /** Forgets those that have expired. */
  @Transactional
  public int forgetOld() {
    return database
        .createNativeMutationQuery("DELETE FROM spent_token WHERE expires_at < ?1")
        .setParameter(1, clock.instant())
        .executeUpdate();
  }
}
