package org.fapiaosuite.account.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.claim.CustomerLinks;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.session.Revoking;
import org.fapiaosuite.account.session.SessionDesk;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * Joins who signs in at an issuer with a registered account of the same address, or with the
 * account of a member of staff. Only its owner can do that, signed in with their password: an
 * issuer's word alone opens no account that has one.
 */
@ApplicationScoped
public class JoinDesk {

  private final IssuerSwitch issuers;
  private final Identities identities;
  private final SpentTokens spent;
  private final Accounts accounts;
  private final CustomerLinks links;
  private final SessionDesk sessions;
  private final Revoking revoking;

  JoinDesk(
      IssuerSwitch issuers,
      Identities identities,
      SpentTokens spent,
      Accounts accounts,
      CustomerLinks links,
      SessionDesk sessions,
      Revoking revoking) {
    this.issuers = issuers;
    this.identities = identities;
    this.spent = spent;
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.revoking = revoking;
  }

  /**
   * From now on the token's person has this account. One that an earlier exchange made is shut; its
   * running applications still reach its mailbox, which is the same.
   *
   * @throws TokenRefused when the token was exchanged before, or its issuer is switched off
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when the account is no registered one
   *     of the token's address, or the person has another registered one
   */
  @Transactional
  public void join(UUID accountId, SubjectToken token) {
    issuers.demandOn(token.issuer());
    identities.lock(token.issuer(), token.subject());
    spent.spend(token);
    Account account = accounts.locked(accountId).orElseThrow(StandardProblem.UNAUTHENTICATED::with);
    if (account.isFromIssuer() || !account.email().key().equals(token.email().key())) {
      throw StandardProblem.CONFLICT.with();
    }
    boolean staff = account.role().isStaff();
    Optional<UUID> before = identities.accountOf(token.issuer(), token.subject(), staff);
    if (before.isEmpty()) {
      identities.add(token.issuer(), token.subject(), staff, accountId);
    } else if (!before.get().equals(accountId)) {
      takeOver(accounts.locked(before.get()).orElseThrow(), account);
    }
    identities.vouchFor(accountId, token.customerIds());
  }

  /** Not of staff: what the one prepared, the other could approve. */
  private void takeOver(Account made, Account registered) {
    if (!made.isFromIssuer() || made.role().isStaff()) {
      throw StandardProblem.CONFLICT.with();
    }
    identities.move(made.id(), registered.id());
    links.moveAll(made.id(), registered.id());
    made.joinTo(registered.id());
    sessions.endAll(made.id());
    revoking.tokensOf(made);
  }

  /** For whom an account ever spoke on an issuer's word, for who forgets it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<String> vouchedFor(UUID accountId) {
    return identities.customersOf(accountId);
  }
}
