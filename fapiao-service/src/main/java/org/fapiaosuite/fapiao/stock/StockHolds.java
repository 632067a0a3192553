package org.fapiaosuite.fapiao.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.kernel.Money;

/** All holds. Those of a kind are read and changed under the lock of its capacity. */
@ApplicationScoped
class StockHolds implements PanacheRepositoryBase<StockHold, UUID> {

  private static final String AHEAD =
      """
      SELECT EXISTS (SELECT 1 FROM stock_hold
        WHERE waiting AND type = :type AND medium = :medium AND net_fen <= :most
          AND (place, application_id) < (:place, :id))
      """;

  /** The kind of an application's hold, without reading it. */
  Optional<FapiaoKind> kindOf(UUID application) {
    return getEntityManager()
        .createQuery("select kind from StockHold where applicationId = :id", FapiaoKind.class)
        .setParameter("id", application)
        .getResultStream()
        .findFirst();
  }

  /**
   * True when another one waits that has the earlier place.
   *
   * @param most those that need more than this can never be served, and hold nobody up
   */
  boolean isBehind(StockHold hold, Money most) {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(AHEAD, Boolean.class)
            .setParameter("type", hold.kind().type().name())
            .setParameter("medium", hold.kind().medium().name())
            .setParameter("most", most.fen())
            .setParameter("place", hold.place().atOffset(ZoneOffset.UTC))
            .setParameter("id", hold.applicationId())
            .getSingleResult();
  }

  /** Those that wait, in the order of their places. */
  List<StockHold> waiting(FapiaoKind kind) {
    return list("kind = ?1 and waiting order by place, applicationId", kind);
  }

  /** Those that do not wait, in the order in which they were due. */
  List<StockHold> served(FapiaoKind kind) {
    return list("kind = ?1 and not waiting order by place, applicationId", kind);
  }

  /**
   * The first of those that wait that can ever be served, since it needs no more than that; not
   * read, for it is not locked.
   */
  Optional<UUID> firstWaiting(FapiaoKind kind, Money most) {
    return getEntityManager()
        .createQuery(
            "select applicationId from StockHold where kind = :kind and waiting"
                + " and need.net <= :most order by place, applicationId",
            UUID.class)
        .setParameter("kind", kind)
        .setParameter("most", most)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  long countWaiting(FapiaoKind kind) {
    return count("kind = ?1 and waiting", kind);
  }

  /** The kinds that somebody waits for. */
  List<FapiaoKind> kindsWaitedFor() {
    return getEntityManager()
        .createQuery(
            "select distinct h.kind.type, h.kind.medium from StockHold h where h.waiting",
            Object[].class)
        .getResultStream()
        .map(row -> new FapiaoKind((FapiaoType) row[0], (Medium) row[1]))
        .toList();
  }

  /** What those that do not wait will take of the quota. */
  Money heldNet(FapiaoKind kind) {
    return Money.ofFen(
        ((Number)
                getEntityManager()
                    .createNativeQuery(
                        "SELECT coalesce(sum(net_fen), 0) FROM stock_hold"
                            + " WHERE NOT waiting AND type = :type AND medium = :medium")
                    .setParameter("type", kind.type().name())
                    .setParameter("medium", kind.medium().name())
                    .getSingleResult())
            .longValue());
  }
}
