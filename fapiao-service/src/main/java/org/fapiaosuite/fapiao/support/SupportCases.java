package org.fapiaosuite.fapiao.support;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** All support cases. A case is its account's, as long as that may see what the case is about. */
@ApplicationScoped
public class SupportCases implements PanacheRepositoryBase<SupportCase, UUID> {

  private static final String OWN =
      "accountId = :account and (customerId is null or customerId in :customers)";

  /**
   * Which cases are meant; null asks for no such thing.
   *
   * @param status only those of this status
   * @param kind only those of this kind
   */
  public record Filter(@Nullable CaseStatus status, @Nullable CaseKind kind) {

    private String condition() {
      return (status == null ? "" : " and status = :status")
          + (kind == null ? "" : " and kind = :kind");
    }

    private Map<String, Object> parameters() {
      Map<String, Object> parameters = new HashMap<>();
      if (status != null) {
        parameters.put("status", status);
      }
      if (kind != null) {
        parameters.put("kind", kind);
      }
      return parameters;
    }
  }

  /** A case of the caller. */
  public Optional<SupportCase> of(Customer customer, UUID id) {
    return own(customer, id).firstResultOptional();
  }

  /** The same, for a change. */
  Optional<SupportCase> lock(Customer customer, UUID id) {
    return own(customer, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Any case, for a change. Whoever also locks its bill does that before. */
  Optional<SupportCase> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** The bill a case is about, without reading the case, so that the lock does. */
  Optional<UUID> billOf(UUID id) {
    return getEntityManager()
        .createQuery("select billId from SupportCase where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .flatMap(bill -> Optional.ofNullable(bill).stream())
        .findFirst();
  }

  /** How many of an account have not ended. */
  long countOpen(String accountId) {
    return count(
        "accountId = ?1 and status not in ?2",
        accountId,
        List.of(CaseStatus.RESOLVED, CaseStatus.CLOSED));
  }

  /** What an account has, as far as it is not forgotten, locked. */
  List<SupportCase> keptOf(String accountId) {
    return find("accountId = ?1 and not forgotten order by id", accountId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those of the caller, newest first, from a cursor on; one row beyond the limit. */
  public List<SupportCase> page(Customer customer, Filter filter, Cursor from, int limit) {
    Map<String, Object> parameters = filter.parameters();
    parameters.putAll(own(customer));
    return page(
        OWN
            + filter.condition()
            + " and (createdAt < :at or createdAt = :at and id < :id)"
            + " order by createdAt desc, id desc",
        parameters,
        from,
        limit);
  }

  /** Those of everybody, what is due first at the top; one row beyond the limit. */
  public List<SupportCase> queue(Filter filter, Cursor from, int limit) {
    return page(
        "(dueAt > :at or dueAt = :at and id > :id)" + filter.condition() + " order by dueAt, id",
        filter.parameters(),
        from,
        limit);
  }

  private List<SupportCase> page(
      String query, Map<String, Object> parameters, Cursor from, int limit) {
    parameters.put("at", from.at());
    parameters.put("id", from.id());
    return find(query, parameters).page(0, limit + 1).list();
  }

  private PanacheQuery<SupportCase> own(Customer customer, UUID id) {
    Map<String, Object> parameters = new HashMap<>(own(customer));
    parameters.put("id", id);
    return find("id = :id and " + OWN, parameters);
  }

  private static Map<String, Object> own(Customer customer) {
    return Map.of("account", customer.accountId(), "customers", customer.customerIds());
  }
}
