package org.fapiaosuite.fapiao.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.document.DocumentStore;
import org.fapiaosuite.fapiao.document.KeptDocument;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Adds files to conversations. The content is kept before the case is locked, since the store may
 * be another machine; what comes to belong to no case is swept away later.
 */
@ApplicationScoped
public class FilingDesk {

  private static final Logger LOG = Logger.getLogger(FilingDesk.class);

  /** Longer than any request lasts. */
  private static final Duration UNUSED = Duration.ofDays(1);

  private final SupportCases cases;
  private final CaseFiles files;
  private final CaseBounds bounds;
  private final CaseJournal journal;
  private final DocumentStore store;
  private final AuditTrail trail;
  private final Ids ids;
  private final Clock clock;

  FilingDesk(
      SupportCases cases,
      CaseFiles files,
      CaseBounds bounds,
      CaseJournal journal,
      DocumentStore store,
      AuditTrail trail,
      Ids ids,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.bounds = bounds;
    this.journal = journal;
    this.store = store;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds a file of the customer. */
  public void bring(UUID id, BroughtFile file, Customer customer, @Nullable String ifMatch) {
    demand(() -> cases.of(customer, id).isPresent());
    KeptDocument document = keep(file);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              SupportCase found =
                  cases.lock(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
              Versions.check(ifMatch, found.version());
              found.write(clock.instant());
              add(found, file, document, Actor.CUSTOMER, customer.accountId());
            });
  }

  /**
   * Adds a file of staff, which the customer is told of.
   *
   * @param action what the audit trail calls it
   */
  public void answer(
      UUID id, BroughtFile file, String staff, String action, @Nullable String ifMatch) {
    demand(() -> cases.findByIdOptional(id).isPresent());
    KeptDocument document = keep(file);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              SupportCase found = cases.lock(id).orElseThrow(StandardProblem.NOT_FOUND::with);
              Versions.check(ifMatch, found.version());
              journal.record(found.answer(clock.instant()));
              add(found, file, document, Actor.SERVICE_CENTRE, staff);
              trail.write(action, List.of(id.toString()), null);
            });
  }

  /** Contents that belong to no case: never came to, or not any more. */
  @Scheduled(
      every = "{fapiao.support.sweep-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    int forgotten = store.forgetUnused(clock.instant().minus(UNUSED));
    if (forgotten > 0) {
      LOG.infof("documents that nothing refers to were deleted, documents=%d", forgotten);
    }
  }

  private static void demand(Supplier<Boolean> there) {
    if (!QuarkusTransaction.requiringNew().call(there::get)) {
      throw StandardProblem.NOT_FOUND.with();
    }
  }

  private KeptDocument keep(BroughtFile file) {
    try {
      return store.keep(file.content());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a file that was brought", e);
    }
  }

  private void add(
      SupportCase found, BroughtFile file, KeptDocument document, Actor author, String authorId) {
    bounds.demandRoomForFile(found.id());
    CaseMessage message = journal.say(found, author, authorId, null);
    files.persist(new CaseFile(ids.next(), message, file, document));
  }
}
