package org.fapiaosuite.ordersync.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.paging.Cursor;

/** Keeps the well-signed pushes that were answered with an error, so that staff can read why. */
@ApplicationScoped
class RefusedPushes implements PanacheRepositoryBase<RefusedPush, UUID> {
  private static final String KEEP =
      """
      INSERT INTO refused_push
        (id, platform, webhook_id, body_hash, received_at, field, reason, body)
      VALUES (:id, :platform, :webhookId, :bodyHash, :receivedAt, :field, :reason, :body)
      ON CONFLICT (platform, webhook_id, body_hash) DO NOTHING
      """;

  private final Ids ids;

  RefusedPushes(Ids ids) {
    this.ids = ids;
  }

  /** Committed when it returns; the same push again leaves one row. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keep(ReceivedPush push, String field, String reason) {
    getEntityManager()
        .createNativeQuery(KEEP)
        .setParameter("id", ids.next())
        .setParameter("platform", push.platform())
        .setParameter("webhookId", push.webhookId())
        .setParameter("bodyHash", HexFormat.of().parseHex(push.bodyHash()))
        .setParameter("receivedAt", push.receivedAt())
        .setParameter("field", field)
        .setParameter("reason", reason)
        .setParameter("body", push.body())
        .executeUpdate();
  }

  /** Newest first, and one more than the limit if there is one. */
  List<RefusedPush> page(Cursor after, int limit) {
    return find(
            "(receivedAt, cast(id as string)) < (?1, ?2)"
                + " order by receivedAt desc, cast(id as string) desc",
            after.at(),
            after.key())
        .range(0, limit)
        .list();
  }
}
