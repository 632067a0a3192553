package org.fapiaosuite.fapiao.title;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;

/** The titles of all accounts. */
@ApplicationScoped
public class Titles implements PanacheRepositoryBase<Title, UUID> {

  /** A title of the calling account. */
  public Optional<Title> of(Customer customer, UUID id) {
    return find("id = ?1 and accountId = ?2", id, customer.accountId()).firstResultOptional();
  }

  /** The same, for a change. */
  Optional<Title> lock(Customer customer, UUID id) {
    return find("id = ?1 and accountId = ?2", id, customer.accountId())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The one that is filled in when there is no previous application. */
  public Optional<Title> defaultOf(String accountId) {
    return find("accountId = ?1 and standard", accountId).firstResultOptional();
  }

  long countOf(String accountId) {
    return count("accountId", accountId);
  }

  /** Newest first, from a cursor on; one row beyond the limit. */
  public List<Title> page(Customer customer, Cursor from, int limit) {
    return find(
            "accountId = ?1 and (createdAt < ?2 or createdAt = ?2 and id < ?3)"
                + " order by createdAt desc, id desc",
            customer.accountId(),
            from.at(),
            from.id())
        .page(0, limit + 1)
        .list();
  }
}
