package org.fapiaosuite.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.events.Announcer;
import org.fapiaosuite.account.limit.LimitConfig;
import org.fapiaosuite.account.limit.Tallies;
import org.fapiaosuite.account.order.OrderArrived;
import org.fapiaosuite.account.order.PaidOrders;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.account.registration.Registration.Application;
import org.fapiaosuite.account.registration.events.RegistrationRequested;
import org.fapiaosuite.account.registration.events.RegistrationRequested.Outcome;
import org.fapiaosuite.account.secret.SecretDesk;
import org.fapiaosuite.account.secret.SecretKind;
import org.fapiaosuite.account.work.DueRows;
import org.fapiaosuite.account.work.Job;
import org.fapiaosuite.account.work.JobRunner;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Takes registrations and works them a moment later. What the answer waits for is the same for
 * everybody; whether the address or the order is known is found out afterwards and told by mail.
 */
@ApplicationScoped
public class RegistrationDesk implements Job {

  private static final Duration DAY = Duration.ofDays(1);

  private final Registrations registrations;
  private final Accounts accounts;
  private final PaidOrders orders;
  private final SecretDesk secrets;
  private final Tallies tallies;
  private final Announcer announcer;
  private final DueRows due;
  private final JobRunner jobs;
  private final RegistrationConfig config;
  private final LimitConfig limits;
  private final Ids ids;
  private final Clock clock;

  RegistrationDesk(
      Registrations registrations,
      Accounts accounts,
      PaidOrders orders,
      SecretDesk secrets,
      Tallies tallies,
      Announcer announcer,
      DueRows due,
      JobRunner jobs,
      RegistrationConfig config,
      LimitConfig limits,
      Ids ids,
      Clock clock) {
    this.registrations = registrations;
    this.accounts = accounts;
    this.orders = orders;
    this.secrets = secrets;
    this.tallies = tallies;
    this.announcer = announcer;
    this.due = due;
    this.jobs = jobs;
    this.config = config;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a registration. */
  @Transactional
  public void receive(Application application, String passwordHash) {
    registrations.persist(new Registration(ids.next(), application, passwordHash, clock.instant()));
    jobs.nudgeAfterCommit();
  }

  /** Forgets every registration of an address. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(EmailAddress email) {
    registrations.delete("emailKey", email.key());
  }

  @Override
  public Optional<UUID> claim() {
    return due.claim("registration", config.retry());
  }

  @Override
  @Transactional
  public void work(UUID row) {
    registrations.locked(row).ifPresent(this::work);
  }

  private void work(Registration registration) {
    switch (registration.status()) {
      case RECEIVED -> open(registration);
      case WAITING_FOR_ORDER -> look(registration);
      case AWAITING_ACTIVATION, ACTIVATED, CLOSED -> registrations.delete(registration);
    }
  }

  private void open(Registration registration) {
    if (tallies.count(
        "registration-mail",
        registration.email().key(),
        DAY,
        limits.registrationsPerMailboxAndDay())) {
      look(registration);
    } else {
      registration.close(forgetAt(registration));
    }
  }

  private void look(Registration registration) {
    if (accounts.byEmail(registration.email()).isPresent()) {
      tell(registration, Outcome.ALREADY_REGISTERED, ids.next());
      registration.close(forgetAt(registration));
    } else if (orders.known(registration.orderNumber()).isPresent()) {
      tell(registration, Outcome.NEW, secrets.request(SecretKind.ACTIVATION, registration.id()));
      registration.awaitActivation(forgetAt(registration));
    } else {
      waitForOrder(registration);
    }
  }

  private void waitForOrder(Registration registration) {
    Instant tellAt = registration.receivedAt().plus(config.tellUnknownAfter());
    Instant now = clock.instant();
    if (now.isBefore(tellAt)) {
      registration.waitForOrder(tellAt);
    } else if (now.isBefore(forgetAt(registration))) {
      tell(registration, Outcome.ORDER_UNKNOWN, ids.next());
      registration.waitForOrder(forgetAt(registration));
    } else {
      registrations.delete(registration);
    }
  }

  private void tell(Registration registration, Outcome outcome, UUID requestId) {
    announcer.tell(
        new RegistrationRequested(
            requestId,
            registration.id(),
            outcome,
            registration.email().text(),
            registration.locale().toLanguageTag(),
            registration.orderNumber()));
  }

  private Instant forgetAt(Registration registration) {
    return registration.receivedAt().plus(config.kept());
  }

  /** Registrations that overtook their order go on. */
  void onOrder(@Observes OrderArrived arrival) {
    List<Registration> waiting = registrations.waitingFor(arrival.order().orderNumber());
    waiting.forEach(registration -> registration.wake(clock.instant()));
    if (!waiting.isEmpty()) {
      jobs.nudgeAfterCommit();
    }
  }
}
