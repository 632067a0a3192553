package org.fapiaosuite.account.mailrequest;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.work.DueRows;
import org.fapiaosuite.account.work.Job;
import org.fapiaosuite.account.work.JobRunner;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.rest.identity.Ids;

/** Keeps requests for mails while the caller waits, and answers them when nobody does. */
@ApplicationScoped
public class MailRequestDesk implements Job {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final EntityManager database;
  private final List<MailRequestHandler> handlers;
  private final DueRows due;
  private final JobRunner jobs;
  private final Ids ids;
  private final Clock clock;

  MailRequestDesk(
      EntityManager database,
      @All List<MailRequestHandler> handlers,
      DueRows due,
      JobRunner jobs,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.handlers = handlers;
    this.due = due;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps the request. */
  @Transactional
  public void receive(MailRequestKind kind, EmailAddress email) {
    database.persist(new MailRequest(ids.next(), kind, email, clock.instant()));
    jobs.nudgeAfterCommit();
  }

  @Override
  public Optional<UUID> claim() {
    return due.claim("mail_request", RETRY);
  }

  @Override
  @Transactional
  public void work(UUID row) {
    MailRequest request = database.find(MailRequest.class, row, LockModeType.PESSIMISTIC_WRITE);
    if (request == null) { // another copy has it done, after a lease that was too short for us
      return;
    }
    for (MailRequestHandler handler : handlers) {
      if (handler.kind() == request.kind()) {
        handler.handle(request.emailKey());
      }
    }
    database.remove(request);
  }
}
