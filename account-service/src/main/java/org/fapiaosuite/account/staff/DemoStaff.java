package org.fapiaosuite.account.staff;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.account.credential.Passwords;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.account.profile.events.AccountActivated;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;

/** One member of staff for each role, on a developer's own machine and nowhere else. */
@ApplicationScoped
class DemoStaff {

  private static final Logger LOG = Logger.getLogger(DemoStaff.class);
  private static final Set<String> PROFILES = Set.of("local", "test");
  private static final Map<String, Role> STAFF =
      Map.of(
          "clerk@service-centre.example", Role.CLERK,
          "lead@service-centre.example", Role.LEAD,
          "admin@service-centre.example", Role.ADMIN,
          "auditor@service-centre.example", Role.AUDITOR);

  private final Accounts accounts;
  private final Passwords passwords;
  private final Announcer announcer;
  private final Optional<String> password;
  private final Ids ids;
  private final Clock clock;

  DemoStaff(
      Accounts accounts,
      Passwords passwords,
      Announcer announcer,
      DemoConfig config,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.announcer = announcer;
    this.password = config.demoStaffPassword();
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  void seed(@Observes StartupEvent start) {
    if (password.isEmpty()) {
      return;
    }
    if (ConfigUtils.getProfiles().stream().noneMatch(PROFILES::contains)) {
      LOG.error("demo staff is for the local profile only and was not created");
      return;
    }
    STAFF.forEach((address, role) -> seed(EmailAddress.of(address), role, password.get()));
  }

  private void seed(EmailAddress email, Role role, String demoPassword) {
    if (!accounts.isFreeOfAllForMe(email)) {
      return;
    }
    Account account = Account.ofStaff(ids.next(), email, role, Locale.ENGLISH, clock.instant());
    account.changePassword(passwords.hash(demoPassword), clock.instant());
    accounts.persist(account);
    announcer.tell(AccountActivated.of(account, null)); // else nobody knows where its mails go
    LOG.infof("demo staff created, role=%s", role);
  }
}
