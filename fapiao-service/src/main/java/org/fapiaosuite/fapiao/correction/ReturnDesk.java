package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationJournal;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.correction.CorrectionLocks.Locked;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.FapiaoColour;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.ProofKind;
import org.fapiaosuite.fapiao.issuing.ReturnedCopies;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.rest.etag.Versions;
import org.jspecify.annotations.Nullable;

/** Takes in what comes back of paper Fapiao. */
@ApplicationScoped
@Transactional
public class ReturnDesk {

  /**
   * What came back.
   *
   * @param proofReference where the proof is filed; with a kind only
   * @param stampedCopyWaybill see {@link ReturnedCopies}
   */
  public record Arrival(
      Set<PaperCopy> copies,
      @Nullable ProofKind proofKind,
      @Nullable String proofReference,
      boolean lost,
      @Nullable String stampedCopyWaybill,
      LocalDate receivedOn) {}

  private final CorrectionLocks locks;
  private final Fapiaos fapiaos;
  private final CorrectionRules rules;
  private final CorrectionConfig config;
  private final ApplicationJournal journal;
  private final Clock clock;

  ReturnDesk(
      CorrectionLocks locks,
      Fapiaos fapiaos,
      CorrectionRules rules,
      CorrectionConfig config,
      ApplicationJournal journal,
      Clock clock) {
    this.locks = locks;
    this.fapiaos = fapiaos;
    this.rules = rules;
    this.config = config;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Takes in what came; the same again changes nothing.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409, 412 or 422
   */
  public Fapiao checkIn(UUID id, Arrival arrival, String staff, @Nullable String ifMatch) {
    Locked locked = locks.lock(id);
    Fapiao fapiao = locked.fapiao();
    if (fapiao.colour() == FapiaoColour.RED || fapiao.isReversed()) {
      throw Problem.CANNOT_CORRECT.with(fapiao.status()).state(fapiao.status());
    }
    check(fapiao, arrival);
    int version = fapiao.version();
    if (fapiao.checkIn(copies(arrival, staff))) {
      Versions.check(ifMatch, version);
      Application application = locked.application();
      journal.record(
          application,
          Optional.of(
              new ApplicationEvent.CopiesReturned(
                  application.id(),
                  application.accountId(),
                  application.orderNumbers(),
                  fapiao.told(),
                  arrival.receivedOn())),
          Actor.SERVICE_CENTRE,
          staff);
    }
    fapiaos.flush();
    return fapiao;
  }

  private void check(Fapiao fapiao, Arrival arrival) {
    Violations violations = new Violations();
    Set<PaperCopy> expected = PaperCopy.of(fapiao.kind());
    if (expected.isEmpty()) {
      violations.add("copies", "violation.nothing-comes-back");
    } else if (!expected.containsAll(arrival.copies())) {
      violations.add("copies", "violation.no-such-copy");
    } else if (arrival.copies().isEmpty()
        && arrival.proofKind() == null
        && !arrival.lost()
        && arrival.stampedCopyWaybill() == null) {
      violations.add("copies", "violation.nothing-came");
    }
    if (arrival.stampedCopyWaybill() != null && !config.stampedCopies()) {
      violations.add("stampedCopyWaybill", "violation.no-stamped-copies");
    }
    rules.checkDay(arrival.receivedOn(), fapiao.issuedOn(), "receivedOn", violations);
    violations.throwIfAny();
  }

  private ReturnedCopies copies(Arrival arrival, String staff) {
    return new ReturnedCopies(
        arrival.copies().contains(PaperCopy.INVOICE),
        arrival.copies().contains(PaperCopy.DEDUCTION),
        arrival.proofKind(),
        arrival.proofReference(),
        arrival.lost(),
        arrival.stampedCopyWaybill(),
        arrival.receivedOn(),
        staff,
        clock.instant());
  }
}
