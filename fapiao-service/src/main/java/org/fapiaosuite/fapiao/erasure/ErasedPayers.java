package org.fapiaosuite.fapiao.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Payers who erased their account, and the bills that still have their names. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ErasedPayers {

  /** As long as statements and late pushes can still tell of an order that was paid before. */
  private static final Duration TOLD_LATE = Duration.ofDays(45);

  /**
   * A bill from before digests were kept counts as paid by whoever of its customer erased their
   * account: a name too few is mended by asking, a name too many is not.
   */
  private static final String PAID_BY =
      """
      b.customer_id = e.customer_id AND b.paid_at <= e.erased_at AND NOT b.payer_forgotten
        AND (b.payer_digest = e.email_digest OR b.payer_digest IS NULL)
      """;

  /** It is applied for, or was invoiced: then it is part of the accounts. */
  private static final String KEPT =
      """
      (b.reserved_fen > 0 OR EXISTS (
        SELECT FROM application_item i JOIN fapiao f ON f.application_id = i.application_id
        WHERE i.bill_id = b.id AND f.issued_at > :lawful))
      """;

  private final Session database;

  ErasedPayers(Session database) {
    this.database = database;
  }

  void note(AccountErased account, Instant at) {
    if (account.customerIds() == null || account.emailDigest() == null) {
      return;
    }
    for (String customer : account.customerIds()) {
      database
          .createNativeMutationQuery(
              "INSERT INTO erased_payer (account_id, customer_id, email_digest, erased_at)"
                  + " VALUES (:account, :customer, :digest, :at) ON CONFLICT DO NOTHING")
          .setParameter("account", account.accountId())
          .setParameter("customer", customer)
          .setParameter("digest", account.emailDigest())
          .setParameter("at", at)
          .executeUpdate();
    }
  }

  /**
   * Bills whose payer may be forgotten.
   *
   * @param account null for those of all accounts
   * @param lawful a bill with a Fapiao issued after this keeps its payer
   */
  List<UUID> bills(@Nullable String account, Instant lawful, int most) {
    return database
        .createNativeQuery(
            "SELECT DISTINCT b.id FROM erased_payer e JOIN bill b ON %s WHERE NOT %s AND %s"
                .formatted(PAID_BY, KEPT, "(:account IS NULL OR e.account_id = :account)"),
            UUID.class)
        .setParameter("lawful", lawful)
        .setParameter("account", account, String.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of whose bills none is left that has a name, nor can one come. */
  void forgetDone(Instant now) {
    database
        .createNativeMutationQuery(
            "DELETE FROM erased_payer e WHERE e.erased_at <= :before AND NOT EXISTS"
                + " (SELECT FROM bill b WHERE %s)".formatted(PAID_BY))
        .setParameter("before", now.minus(TOLD_LATE))
        .executeUpdate();
  }
}
