package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which account belongs to whom at an issuer, and what issuers vouched for. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Identities {

  private final Session database;
  private final Clock clock;

  Identities(Session database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Lets one transaction at a time find out whose account it is. */
  void lock(String issuer, String subject) {
    database
        .createNativeQuery(
            "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(?1, 1))", Integer.class)
        .addScalar("locked", Integer.class)
        .setParameter(1, issuer + '\n' + subject)
        .getSingleResult();
  }

  /** The account of somebody at an issuer: as a customer, or as a member of staff. */
  Optional<UUID> accountOf(String issuer, String subject, boolean staff) {
    return database
        .createNativeQuery(
            "SELECT account_id FROM issuer_identity"
                + " WHERE issuer = ?1 AND subject = ?2 AND staff = ?3",
            UUID.class)
        .addScalar("account_id", UUID.class)
        .setParameter(1, issuer)
        .setParameter(2, subject)
        .setParameter(3, staff)
        .getResultStream()
        .findFirst();
  }

  void add(String issuer, String subject, boolean staff, UUID accountId) {
    database
        .createNativeMutationQuery(
            "INSERT INTO issuer_identity (issuer, subject, staff, account_id, since)"
                + " VALUES (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, issuer)
        .setParameter(2, subject)
        .setParameter(3, staff)
        .setParameter(4, accountId)
        .setParameter(5, clock.instant())
        .executeUpdate();
  }

  /** Everybody who had the one account has the other from now on, with what was vouched for. */
  void move(UUID from, UUID to) {
    database
        .createNativeMutationQuery(
            "UPDATE issuer_identity SET account_id = ?2 WHERE account_id = ?1")
        .setParameter(1, from)
        .setParameter(2, to)
        .executeUpdate();
    vouchFor(to, customersOf(from));
  }

  /** Remembers for whom an account spoke on an issuer's word. */
  void vouchFor(UUID accountId, List<String> customerIds) {
    for (String customer : customerIds) {
      database
          .createNativeMutationQuery(
              "INSERT INTO vouched_customer (account_id, customer_id) VALUES (?1, ?2)"
                  + " ON CONFLICT DO NOTHING")
          .setParameter(1, accountId)
          .setParameter(2, customer)
          .executeUpdate();
    }
  }

  /** For whom an account ever spoke on an issuer's word. */
  List<String> customersOf(UUID accountId) {
    return database
        .createNativeQuery(
            "SELECT customer_id FROM vouched_customer WHERE account_id = ?1 ORDER BY customer_id",
            String.class)
        .addScalar("customer_id", String.class)
        .setParameter(1, accountId)
        .getResultList();
  }
}
