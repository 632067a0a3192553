package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.fapiaosuite.rest.trust.KeptKeys;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** The issuers' keys in the database, so that a restart need not wait for an issuer. */
@ApplicationScoped
class IssuerKeySets {

  private static final Logger LOG = Logger.getLogger(IssuerKeySets.class);

  private final Session database;
  private final Clock clock;

  IssuerKeySets(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Where the keys of an issuer are kept. */
  KeptKeys of(String issuer) {
    return new KeptKeys() {
      @Override
      public Optional<String> read() {
        return IssuerKeySets.this.read(issuer);
      }

      @Override
      public void keep(String jwks) {
        try {
          IssuerKeySets.this.keep(issuer, jwks);
        } catch (HibernateException e) {
          LOG.warnf("keys of issuer are not kept, issuer=%s error=%s", issuer, e.getClass());
        }
      }
    };
  }

  @Transactional
  Optional<String> read(String issuer) {
    return database
        .createNativeQuery("SELECT jwks FROM issuer_jwks WHERE issuer = ?1", String.class)
        .addScalar("jwks", String.class)
        .setParameter(1, issuer)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void keep(String issuer, String jwks) {
    database
        .createNativeMutationQuery(
            """
            INSERT INTO issuer_jwks (issuer, jwks, fetched_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (issuer) DO UPDATE SET jwks = excluded.jwks, fetched_at = excluded.fetched_at
            """)
        .setParameter(1, issuer)
        .setParameter(2, jwks)
        .setParameter(3, clock.instant())
        .executeUpdate();
  }
}
