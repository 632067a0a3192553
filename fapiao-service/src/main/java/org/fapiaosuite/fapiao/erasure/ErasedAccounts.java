package org.fapiaosuite.fapiao.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The erased accounts of which something is left, and what of it may be forgotten now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ErasedAccounts {

  /** Longer than an access token of the account, and what it began, can last. */
  static final Duration LATE = Duration.ofDays(1);

  /**
   * Nothing follows; or its Fapiao is electronic, which stays issued; or nobody told of its end.
   */
  private static final String ENDED =
      """
      (a.status IN ('COMPLETED', 'CANCELLED', 'REJECTED', 'DELIVERED_ELECTRONICALLY')
        OR a.status = 'ISSUED' AND a.medium = 'ELECTRONIC'
        OR a.status IN ('MAILED_OUT', 'READY_FOR_PICKUP', 'RETURNED', 'LOST')
          AND e.erased_at <= :abandoned)
      """;

  private static final String KEEPS_BUYER =
      "EXISTS (SELECT FROM fapiao f WHERE f.application_id = a.id AND f.issued_at > :lawful)";

  private static final String DUE =
      """
      SELECT a.id FROM erased_account e JOIN application a ON a.account_id = e.account_id
      WHERE NOT a.buyer_forgotten AND %s AND (NOT a.recipient_forgotten OR NOT %s)
      """
          .formatted(ENDED, KEEPS_BUYER);

  private final Session database;

  ErasedAccounts(Session database) {
    this.database = database;
  }

  /**
   * The moments that decide.
   *
   * @param lawful a Fapiao issued after this is kept with its buyer
   * @param abandoned of an account erased by then, nobody will record where its parcels are
   */
  record Ends(Instant lawful, Instant abandoned) {}

  void note(String account, Instant at) {
    database
        .createNativeMutationQuery(
            "INSERT INTO erased_account (account_id, erased_at) VALUES (:account, :at)"
                + " ON CONFLICT DO NOTHING")
        .setParameter("account", account)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** The account's applications of which something may be forgotten. */
  List<UUID> endedOf(String account, Ends ends) {
    return database
        .createNativeQuery(DUE + " AND e.account_id = :account", UUID.class)
        .setParameter("lawful", ends.lawful())
        .setParameter("abandoned", ends.abandoned())
        .setParameter("account", account)
        .getResultList();
  }

  /** Those of all accounts. */
  List<UUID> ended(Ends ends, int most) {
    return database
        .createNativeQuery(DUE, UUID.class)
        .setParameter("lawful", ends.lawful())
        .setParameter("abandoned", ends.abandoned())
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether tax law demands that the application's buyer is kept. */
  boolean keepsBuyer(UUID application, Ends ends) {
    return database
        .createNativeQuery(
            "SELECT " + KEEPS_BUYER + " FROM application a WHERE a.id = :id", Boolean.class)
        .setParameter("lawful", ends.lawful())
        .setParameter("id", application)
        .getSingleResult();
  }

  /** What is left of its bills is no longer for its title alone, unless another one holds some. */
  void unbindShares(UUID application) {
    database
        .createNativeMutationQuery(
            """
            UPDATE bill_share s SET title_key = NULL
            FROM application a JOIN application_item i ON i.application_id = a.id
            WHERE a.id = :id AND s.bill_id = i.bill_id
              AND s.title_key = a.title_type || ':' || a.buyer_name
              AND NOT EXISTS (
                SELECT FROM share_hold h JOIN bill_share held ON held.id = h.share_id
                WHERE held.bill_id = s.bill_id AND h.live AND h.application_id <> a.id)
            """)
        .setParameter("id", application)
        .executeUpdate();
  }

  /** Those erased since. */
  List<String> lately(Instant since) {
    return database
        .createNativeQuery(
            "SELECT account_id FROM erased_account WHERE erased_at > :since", String.class)
        .setParameter("since", since)
        .getResultList();
  }

  /** Those erased before, of which nothing is left to forget. */
  void forgetDone(Instant before) {
    database
        .createNativeMutationQuery(
            """
            DELETE FROM erased_account e WHERE e.erased_at <= :before AND NOT EXISTS (
              SELECT FROM application a WHERE a.account_id = e.account_id AND NOT a.buyer_forgotten)
            """)
        .setParameter("before", before)
        .executeUpdate();
  }
}
