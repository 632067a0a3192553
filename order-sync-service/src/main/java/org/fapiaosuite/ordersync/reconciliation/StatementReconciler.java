package org.fapiaosuite.ordersync.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.StatementAnswer;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementTotals;
import org.fapiaosuite.ordersync.platform.StatementsConfig;
import org.fapiaosuite.ordersync.statement.StatementCalendar;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the statement of a claimed day and holds it against what we were told. The file is read
 * twice: once to see whether it is what the platform vouches for, once to use it, by the batch and
 * in bounded memory. No transaction is open while the platform is waited for; a run that dies half
 * way is repeated, and nothing counts twice.
 */
@ApplicationScoped
class StatementReconciler {
  private static final Logger LOG = Logger.getLogger(StatementReconciler.class);
  private static final int BATCH = 500;

  private final StatementDays days;
  private final StatementBook book;
  private final StatementCalendar calendar;
  private final StatementsConfig config;
  private final Ids ids;
  private final Clock clock;

  StatementReconciler(
      StatementDays days,
      StatementBook book,
      StatementCalendar calendar,
      StatementsConfig config,
      Ids ids,
      Clock clock) {
    this.days = days;
    this.book = book;
    this.calendar = calendar;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** Goes through the statement of the claimed day, or says when to try again. */
  void reconcile(PlatformAdapter platform, StatementDays.Claim claim) {
    Instant startedAt = clock.instant();
    Path file = null;
    try {
      file = temporaryFile();
      StatementAnswer answer = platform.fetchStatement(claim.day(), file);
      switch (answer.kind()) {
        case NOT_MADE_YET -> retry(claim, "NOT_MADE_YET");
        case NO_TRADE -> compare(platform, run(claim, startedAt, null), null);
        case MADE -> compare(platform, run(claim, startedAt, answer.digest()), file);
      }
    } catch (StatementRefusedException e) {
      LOG.errorf(
          "statement refused platform=%s day=%s cause=%s",
          claim.platform(), claim.day(), e.reason());
      book.refuse(run(claim, startedAt, null), e.reason().name());
      retry(claim, "REFUSED " + e.reason());
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf(
          "statement not available platform=%s day=%s error=%s",
          claim.platform(), claim.day(), e.getMessage());
      retry(claim, "UNREACHABLE");
    } finally {
      delete(file);
    }
  }

  private StatementRun run(StatementDays.Claim claim, Instant startedAt, @Nullable String digest) {
    return new StatementRun(ids.next(), claim, startedAt, digest);
  }

  /** As long as the platform keeps statements of that day; then nobody waits for it any more. */
  private void retry(StatementDays.Claim claim, String outcome) {
    Instant next = clock.instant().plus(config.retryEvery());
    days.retry(claim, calendar.isWithinReach(claim.day()) ? next : null, outcome);
  }

  private void compare(PlatformAdapter platform, StatementRun run, @Nullable Path file)
      throws IOException {
    StatementTotals totals = new StatementTotals(0, 0, 0, null);
    if (file != null && run.digest() != null) {
      totals = platform.readStatement(file, run.digest(), line -> {});
    }
    Tally tally = new Tally(totals);
    if (file != null && run.digest() != null) {
      List<StatementLine> batch = new ArrayList<>(BATCH);
      platform.readStatement(
          file,
          run.digest(),
          line -> {
            batch.add(line);
            if (batch.size() == BATCH) {
              take(run, batch, tally);
            }
          });
      take(run, batch, tally);
    }
    if (days.renew(run.claim(), clock.instant().plus(config.lease()))) {
      book.close(run, tally);
    }
  }

  private void take(StatementRun run, List<StatementLine> batch, Tally tally) {
    if (!days.renew(run.claim(), clock.instant().plus(config.lease()))) {
      throw new UncheckedIOException(new IOException("lease lost"));
    }
    if (!batch.isEmpty()) {
      book.take(run, batch).forEach(tally::add);
      batch.clear();
    }
  }

  private Path temporaryFile() throws IOException {
    return config.folder().isPresent()
        ? Files.createTempFile(config.folder().get(), "statement", ".csv.gz")
        : Files.createTempFile("statement", ".csv.gz");
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warnf("temporary file could not be deleted error=%s", e.getMessage());
    }
  }
}
