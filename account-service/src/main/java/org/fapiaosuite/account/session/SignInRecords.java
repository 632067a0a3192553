package org.fapiaosuite.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * What signing in reads and writes, each in a short transaction: no connection is held while a
 * password is hashed.
 */
@ApplicationScoped
class SignInRecords {

  private final Accounts accounts;
  private final SecretDesk secrets;

  SignInRecords(Accounts accounts, SecretDesk secrets) {
    this.accounts = accounts;
    this.secrets = secrets;
  }

  @Transactional
  Optional<Account> active(EmailAddress email) {
    return accounts.byEmail(email).filter(Account::isActive);
  }

  /** The account, when the password is a temporary one of it; the first use burns it. */
  @Transactional
  Optional<Account> burnTemporary(EmailAddress email, String password) {
    return accounts
        .byEmail(email)
        .filter(Account::isActive)
        .filter(
            account -> secrets.redeemFor(SecretKind.TEMPORARY_PASSWORD, password, account.id()));
  }

  @Transactional
  void rehash(Account account, String hash) {
    accounts.locked(account.id()).ifPresent(found -> found.rehash(hash));
  }
}
