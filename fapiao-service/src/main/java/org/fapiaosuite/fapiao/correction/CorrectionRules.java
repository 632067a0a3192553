package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.RedReason;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.Stock;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Checks what a clerk types in for a correction, and asks the engine about it. */
@ApplicationScoped
class CorrectionRules {

  private final Fapiaos fapiaos;
  private final Stock stock;
  private final CorrectionConfig config;
  private final Clock clock;

  CorrectionRules(Fapiaos fapiaos, Stock stock, CorrectionConfig config, Clock clock) {
    this.fapiaos = fapiaos;
    this.stock = stock;
    this.config = config;
    this.clock = clock;
  }

  /** Today in China. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Promise.CHINA);
  }

  /** Which form takes a Fapiao back, if any does. */
  FormKind formKind(Fapiao fapiao) {
    if (fapiao.medium() == Medium.ELECTRONIC) {
      return FormKind.CONFIRMATION;
    }
    return fapiao.legalNumber().scheme() == NumberScheme.UNIFIED_20
        ? config.unifiedPaperForm()
        : FormKind.INFORMATION;
  }

  /** What the law has done with a Fapiao on a day. */
  Decision decide(
      Fapiao fapiao, Stated stated, @Nullable CorrectionForm form, @Nullable LocalDate actOn) {
    return CorrectionEngine.decide(
        new Facts(
            fapiao.kind(),
            fapiao.issuedOn(),
            actOn == null ? today() : actOn,
            fapiao.copies().received(),
            fapiao.copies().hasProof(),
            fapiao.copies().lost(),
            stated,
            !fapiao.reversed().gross().isZero(),
            formKind(fapiao),
            form,
            clock.instant()));
  }

  /**
   * Checks what is to be prepared.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with everything that is wrong, 409
   *     when a number stands on another Fapiao
   */
  void check(
      Fapiao fapiao,
      CorrectionPlan plan,
      @Nullable CorrectionForm form,
      @Nullable ActAtBureau act) {
    Violations violations = new Violations();
    checkAmount(fapiao, plan, violations);
    if (form != null) {
      checkForm(fapiao, form, violations);
    }
    if (act != null) {
      String day = plan.kind() == CorrectionKind.VOID ? "on" : "issuedOn";
      checkDay(act.on(), fapiao.issuedOn(), day, violations);
    }
    violations.throwIfAny();
    if (act != null && act.number() != null) {
      checkNumber(fapiao, act.number());
    }
  }

  /** Checks a day: not in the future, and not before another one. */
  void checkDay(LocalDate day, LocalDate earliest, String field, Violations violations) {
    if (day.isAfter(today()) || day.isBefore(earliest)) {
      violations.add(field, "violation.act-on", earliest.toString(), today().toString());
    }
  }

  /** Checks the number of a red letter, which no Fapiao may have yet, blue or red. */
  void checkNumber(Fapiao fapiao, LegalNumber number) {
    Violations violations = new Violations();
    number.check(fapiao.type(), fapiao.medium(), "", violations);
    violations.throwIfAny();
    if (fapiaos.isUsed(number)) {
      throw Problem.FAPIAO_NUMBER_USED.with(number.number());
    }
    if (stock.isSpoilt(new PrintedNumber(number.code(), number.number()))) {
      violations.add("number", "violation.number-spoilt");
    }
    violations.throwIfAny();
  }

  private static void checkAmount(Fapiao fapiao, CorrectionPlan plan, Violations violations) {
    Money left = fapiao.left().gross();
    if (plan.amount().isZero()) {
      violations.add("amount", "violation.amount-zero");
    } else if (plan.amount().isMoreThan(left)) {
      violations.add("amount", "violation.reverses-too-much", left.yuan());
    } else if (plan.reason().equals(RedReason.ISSUE_ERROR.name())
        && plan.kind() == CorrectionKind.RED_LETTER
        && !plan.amount().equals(left)) {
      violations.add("amount", "violation.issue-error-full", left.yuan());
    }
  }

  private void checkForm(Fapiao fapiao, CorrectionForm form, Violations violations) {
    FormKind kind = formKind(fapiao);
    if (fapiao.medium() == Medium.PAPER && fapiao.type() == FapiaoType.ORDINARY) {
      violations.add("form", "violation.no-form");
    } else if (!kind.fits(form.number())) {
      violations.add("form.number", "violation.form-number." + kind);
    }
  }
}
