package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.correction.CorrectionLocks.Locked;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.FapiaoColour;
import org.fapiaosuite.fapiao.issuing.FapiaoStatus;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Voids and red letters from their preparation to their record. The engine is asked each time: what
 * was right when it was prepared may not be any more.
 */
@ApplicationScoped
@Transactional
public class CorrectionDesk {

  private final CorrectionLocks locks;
  private final Fapiaos fapiaos;
  private final Corrections corrections;
  private final CorrectionRules rules;
  private final Reversal reversal;
  private final Ids ids;
  private final Clock clock;

  CorrectionDesk(
      CorrectionLocks locks,
      Fapiaos fapiaos,
      Corrections corrections,
      CorrectionRules rules,
      Reversal reversal,
      Ids ids,
      Clock clock) {
    this.locks = locks;
    this.fapiaos = fapiaos;
    this.corrections = corrections;
    this.rules = rules;
    this.reversal = reversal;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the law has done with a Fapiao as things stand; changes nothing. */
  public Decision ask(UUID id, Stated stated) {
    Fapiao fapiao = fapiaos.findByIdOptional(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    demandCorrectable(fapiao);
    CorrectionForm form = corrections.openOf(id).map(Correction::form).orElse(null);
    return rules.decide(fapiao, stated, form, null);
  }

  /**
   * Prepares a correction; the same again answers the one that is open, and takes down how far its
   * form is.
   *
   * @param request what is meant, given what is left of the Fapiao
   */
  public Correction prepare(UUID id, PreparationRequest request, String staff) {
    Locked locked = locks.lock(id);
    Fapiao fapiao = locked.fapiao();
    CorrectionPlan plan = request.plan(fapiao);
    CorrectionForm form = request.form(clock.instant());
    Optional<Correction> open = openUnlapsed(fapiao);
    if (open.isPresent()) {
      return goOn(open.get(), fapiao, plan, form);
    }
    if (plan.kind() == CorrectionKind.VOID && fapiao.status() == FapiaoStatus.VOIDED) {
      return corrections.latestOf(id).orElseThrow();
    }
    demandCorrectable(fapiao);
    ActAtBureau act = request.act();
    rules.check(fapiao, plan, form, act);
    demandRight(rules.decide(fapiao, plan.stated(), null, act == null ? null : act.on()), plan);
    demandUsable(fapiao, plan, form);
    Correction correction = new Correction(ids.next(), id, plan, form, act, staff, clock.instant());
    corrections.persistAndFlush(correction);
    return correction;
  }

  /** Approves or refuses what another person prepared; what was done already is done with that. */
  public Correction decide(UUID id, boolean approve, @Nullable String reason, String staff) {
    Locked locked = locks.lock(id);
    Correction correction =
        corrections
            .openOf(id)
            .or(() -> corrections.latestOf(id))
            .orElseThrow(Problem.NOTHING_PREPARED::with);
    if (isDecided(correction, approve)) {
      return correction;
    }
    if (!correction.isOpen()) {
      throw Problem.NOTHING_PREPARED.with().state(correction.status());
    }
    if (!approve) {
      correction.refuse(staff, refusal(reason), clock.instant());
      return saved(correction);
    }
    if (correction.isPreparedBy(staff)) {
      throw Problem.FOUR_EYES.with();
    }
    ActAtBureau act = correction.act();
    demandStillRight(locked.fapiao(), correction, act == null ? null : act.on());
    correction.approve(staff, clock.instant());
    if (act != null && isReady(correction)) {
      reversal.complete(locked, correction, act, staff);
    }
    return saved(correction);
  }

  /** Takes down what was done at the tax bureau. */
  public Correction record(UUID id, ActAtBureau act, String staff) {
    Locked locked = locks.lock(id);
    Correction correction =
        corrections
            .openOf(id)
            .or(() -> corrections.latestOf(id))
            .orElseThrow(Problem.NOTHING_PREPARED::with);
    if (correction.status().isDone() && act.equals(correction.act())) {
      return correction;
    }
    if (correction.status() != CorrectionStatus.APPROVED) {
      throw Problem.NOTHING_PREPARED.with().state(correction.status());
    }
    checkAct(locked.fapiao(), correction, act);
    demandStillRight(locked.fapiao(), correction, act.on());
    if (!isReady(correction)) {
      Decision decision =
          rules.decide(locked.fapiao(), correction.plan().stated(), correction.form(), act.on());
      throw other(decision);
    }
    reversal.complete(locked, correction, act, staff);
    return saved(correction);
  }

  private Correction goOn(
      Correction open, Fapiao fapiao, CorrectionPlan plan, @Nullable CorrectionForm form) {
    if (!open.isOf(plan, form)) {
      throw Problem.CORRECTION_OPEN.with(open.status()).state(open.status());
    }
    if (form != null) {
      rules.check(fapiao, plan, form, null);
      open.take(form, clock.instant(), rules.formKind(fapiao));
    }
    return saved(open);
  }

  /** The open correction; one whose form has lapsed makes room for another. */
  private Optional<Correction> openUnlapsed(Fapiao fapiao) {
    Optional<Correction> open = corrections.openOf(fapiao.id());
    if (open.isPresent() && open.get().hasLapsed(clock.instant(), rules.formKind(fapiao))) {
      open.get().lapse();
      // before the next insert, for the index that allows one open correction
      corrections.flush();
      return Optional.empty();
    }
    return open;
  }

  private static void demandCorrectable(Fapiao fapiao) {
    if (fapiao.colour() == FapiaoColour.RED || fapiao.isReversed()) {
      throw Problem.CANNOT_CORRECT.with(fapiao.status()).state(fapiao.status());
    }
  }

  /** A new form can be used only while it is neither lapsed nor refused, and if it is needed. */
  private void demandUsable(Fapiao fapiao, CorrectionPlan plan, @Nullable CorrectionForm form) {
    Violations violations = new Violations();
    if (form == null) {
      Decision decision = rules.decide(fapiao, plan.stated(), null, null);
      if (plan.kind() == CorrectionKind.RED_LETTER
          && decision instanceof Decision.RedLetterWithForm) {
        violations.add("form", "violation.form-needed");
      }
    } else if (form.hasEnded(clock.instant(), rules.formKind(fapiao))) {
      violations.add("form.state", "violation.form-state");
    }
    violations.throwIfAny();
  }

  private void demandStillRight(Fapiao fapiao, Correction correction, @Nullable LocalDate actOn) {
    if (correction.hasLapsed(clock.instant(), rules.formKind(fapiao))) {
      throw Problem.FORM_LAPSED.with().state(CorrectionStatus.LAPSED);
    }
    demandRight(
        rules.decide(fapiao, correction.plan().stated(), correction.form(), actOn),
        correction.plan());
  }

  /** While a form waits for the other side, what it is for stays right. */
  private static void demandRight(Decision decision, CorrectionPlan plan) {
    boolean right =
        switch (plan.kind()) {
          case VOID -> decision instanceof Decision.DeclareVoid;
          case RED_LETTER ->
              decision instanceof Decision.RedLetter
                  || decision instanceof Decision.RedLetterWithForm
                  || decision.waitingFor() == Awaited.FORM_CONFIRMATION;
        };
    if (!right) {
      throw other(decision);
    }
  }

  private static RuntimeException other(Decision decision) {
    return Problem.OTHER_CORRECTION.with(DecisionWords.of(decision)).state(decision.outcome());
  }

  /** True when nobody's confirmation is waited for. */
  private static boolean isReady(Correction correction) {
    CorrectionForm form = correction.form();
    return form == null || form.state().isConfirmed();
  }

  private static boolean isDecided(Correction correction, boolean approve) {
    return switch (correction.status()) {
      case PREPARED, LAPSED -> false;
      case APPROVED, VOIDED, RED_LETTERED -> approve;
      case REFUSED -> !approve;
    };
  }

  private static String refusal(@Nullable String reason) {
    if (reason == null) {
      throw StandardProblem.VALIDATION.with().violation("reason", "violation.blank");
    }
    return reason;
  }

  private void checkAct(Fapiao fapiao, Correction correction, ActAtBureau act) {
    Violations violations = new Violations();
    rules.checkDay(act.on(), earliest(correction), "on", violations);
    boolean red = correction.plan().kind() == CorrectionKind.RED_LETTER;
    if (red && act.number() == null) {
      violations.add("number", "violation.blank");
    } else if (!red && act.number() != null) {
      violations.add("number", "violation.void-has-no-number");
    }
    violations.throwIfAny();
    if (act.number() != null) {
      rules.checkNumber(fapiao, act.number());
    }
  }

  /** That of the approval; with a form that of its entry, since the bureau may issue by itself. */
  private static LocalDate earliest(Correction correction) {
    Instant from =
        correction.form() == null
            ? Objects.requireNonNull(correction.decidedAt())
            : correction.preparedAt();
    return LocalDate.ofInstant(from, Promise.CHINA);
  }

  private Correction saved(Correction correction) {
    corrections.flush();
    return correction;
  }
}
