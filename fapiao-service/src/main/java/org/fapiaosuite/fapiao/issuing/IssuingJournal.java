package org.fapiaosuite.fapiao.issuing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Writes down what issuers say, for operators: a counter an outcome, a line for what is odd. */
@ApplicationScoped
class IssuingJournal {

  /** What is counted. */
  enum Entry {
    ISSUED,
    REFUSED,
    UNKNOWN,
    /** Unknown for so long that staff is told. */
    STAFF_TOLD,
    /** Said once more, or late: nothing changes. */
    REPEATED,
    /**
     * Issued, after it was refused or entered by hand with another number: somebody has to look.
     */
    CONTRADICTED
  }

  private static final Logger LOG = Logger.getLogger(IssuingJournal.class);

  private final MeterRegistry registry;

  IssuingJournal(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(Entry entry, IssueAttempt attempt) {
    Counter.builder("fapiao.issuing.outcomes")
        .description("What issuers said of what they were asked for")
        .tag("issuer", attempt.issuer())
        .tag("outcome", entry.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
    switch (entry) {
      case ISSUED, REPEATED -> LOG.debugf(line(entry, attempt));
      case REFUSED, UNKNOWN -> LOG.infof(line(entry, attempt));
      case STAFF_TOLD, CONTRADICTED -> LOG.warnf(line(entry, attempt));
    }
  }

  private static String line(Entry entry, IssueAttempt attempt) {
    return "issuer's answer, outcome=%s issuer=%s application=%s request=%s"
        .formatted(entry, attempt.issuer(), attempt.applicationId(), attempt.id());
  }
}
