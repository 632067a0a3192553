package org.fapiaosuite.account.profile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All accounts. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

  /**
   * The account that holds an address, in whatever state. Those that an issuer made hold none: see
   * {@link Account#isFromIssuer}.
   */
  public Optional<Account> byEmail(EmailAddress email) {
    return byEmailKey(email.key());
  }

  /** The account of an address by its canonical form. */
  public Optional<Account> byEmailKey(String emailKey) {
    return find("emailKey = ?1 and issuer is null", emailKey).firstResultOptional();
  }

  /** The accounts whose place this one took. */
  public List<Account> joinedTo(UUID id) {
    return list("joinedTo = ?1 order by id", id);
  }

  /** The account, locked until the end of the transaction. */
  public Optional<Account> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Lets one transaction at a time decide who gets an address, and says whether it is free; the
   * unique key would otherwise end the later one with an error.
   */
  public boolean isFreeForMe(EmailAddress email) {
    lock(email);
    return byEmail(email).isEmpty();
  }

  /**
   * The same for somebody whom an issuer names as one of staff: whoever registered with the address
   * as a customer may be of the staff as well.
   */
  public boolean isFreeOfStaffForMe(EmailAddress email) {
    lock(email);
    return ofStaff(email).isEmpty();
  }

  /**
   * The same for an account of staff with a password: free of registered customers and of all
   * staff.
   */
  public boolean isFreeOfAllForMe(EmailAddress email) {
    return isFreeForMe(email) && ofStaff(email).isEmpty();
  }

  /** The one of the staff who has an address, in whatever state and however they sign in. */
  private Optional<Account> ofStaff(EmailAddress email) {
    return find("emailKey = ?1 and role <> ?2", email.key(), Role.CUSTOMER).firstResultOptional();
  }

  private void lock(EmailAddress email) {
    getEntityManager()
        .createNativeQuery(
            "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
        .unwrap(NativeQuery.class)
        .addScalar("locked", Integer.class)
        .setParameter(1, email.key())
        .getSingleResult();
  }

  /** Lets one transaction at a time find that no administrator can sign in with a password. */
  public boolean hasNoAdminForMe() {
    getEntityManager()
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('first-admin', 0))",
            Integer.class)
        .getSingleResult();
    return count("role = ?1 and status = ?2 and issuer is null", Role.ADMIN, AccountStatus.ACTIVE)
        == 0;
  }

  /** Staff after an id, in the order of their ids. */
  public List<Account> staff(@Nullable UUID after, int limit) {
    return after == null
        ? find("role <> ?1 order by id", Role.CUSTOMER).page(0, limit).list()
        : find("role <> ?1 and id > ?2 order by id", Role.CUSTOMER, after).page(0, limit).list();
  }
}
