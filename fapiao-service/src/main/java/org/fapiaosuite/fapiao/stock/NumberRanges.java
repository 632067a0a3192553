package org.fapiaosuite.fapiao.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.kind.FapiaoKind;

/** All ranges. Those of a kind are read and changed under the lock of its capacity. */
@ApplicationScoped
class NumberRanges implements PanacheRepositoryBase<NumberRange, UUID> {

  private static final String FREE = "last - first + 1 > taken";

  /** Used up ones of a kind that are shown nevertheless, the latest. */
  private static final int USED_UP_SHOWN = 10;

  /** The kind of a range, without reading it. */
  Optional<FapiaoKind> kindOf(UUID id) {
    return getEntityManager()
        .createQuery("select kind from NumberRange where id = :id", FapiaoKind.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** True once a range of the kind is registered, be it announced only. */
  boolean exist(FapiaoKind kind) {
    return find("kind", kind).page(0, 1).firstResultOptional().isPresent();
  }

  /** Received ones with free numbers, the one to be used first at the top. */
  List<NumberRange> inUse(FapiaoKind kind) {
    return list(
        "kind = ?1 and receivedAt is not null and " + FREE + " order by receivedAt, code, first",
        kind);
  }

  /** Announced ones that are not here and still to come, the next one first. */
  List<NumberRange> announced(FapiaoKind kind, Instant now) {
    return list(
        "kind = ?1 and receivedAt is null and expectedAt > ?2 and " + FREE + " order by expectedAt",
        kind,
        now);
  }

  /** Those with free numbers, then the last that were used up. */
  List<NumberRange> shown(FapiaoKind kind) {
    List<NumberRange> left =
        list("kind = ?1 and " + FREE + " order by receivedAt nulls last, expectedAt, code", kind);
    List<NumberRange> usedUp =
        find("kind = ?1 and not (" + FREE + ") order by registeredAt desc, first desc", kind)
            .page(0, USED_UP_SHOWN)
            .list();
    return Stream.concat(left.stream(), usedUp.stream()).toList();
  }

  /** The range in which a number stands; ranges of one code never overlap. */
  Optional<NumberRange> covering(String code, long number) {
    return find("code = ?1 and first <= ?2 and last >= ?2", code, number).firstResultOptional();
  }

  /** A range of the code that has numbers of these. */
  Optional<NumberRange> overlapping(String code, long first, long last) {
    return find("code = ?1 and first <= ?3 and last >= ?2", code, first, last)
        .page(0, 1)
        .firstResultOptional();
  }
}
