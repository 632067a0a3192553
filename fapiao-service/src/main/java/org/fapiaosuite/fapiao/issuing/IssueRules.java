package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationItem;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.stock.Stock;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.TaxedLine;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;

/** Checks what a clerk typed in against the application it is for. */
@ApplicationScoped
class IssueRules {

  /** What was found acceptable: the documents, the entry for each, and what is odd about them. */
  record Checked(FapiaoPlan plan, List<NumberEntry> entries, List<Warning> warnings) {}

  private final FapiaoLimits limits;
  private final Fapiaos fapiaos;
  private final Stock stock;
  private final Clock clock;

  IssueRules(FapiaoLimits limits, Fapiaos fapiaos, Stock stock, Clock clock) {
    this.limits = limits;
    this.fapiaos = fapiaos;
    this.stock = stock;
    this.clock = clock;
  }

  /**
   * What the issuer is to be asked for.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 with everything that is wrong, 409
   *     when a number stands on another Fapiao
   */
  Checked check(Application application, IssueRequest request) {
    Violations violations = new Violations();
    checkNumbers(application, request, violations);
    checkDates(application, request, violations);
    List<Money> amounts = amounts(application, request, violations);
    violations.throwIfAny();
    checkCopies(request, violations);
    for (IssueRequest.Entry entry : request.fapiaos()) {
      if (fapiaos.isUsed(entry.legalNumber())) {
        throw Problem.FAPIAO_NUMBER_USED.with(entry.legalNumber().number());
      }
    }
    List<TaxedLine> lines = application.lines();
    Money ceiling = limits.ceiling(application.medium());
    FapiaoPlan plan =
        amounts.isEmpty() ? FapiaoPlan.of(lines, ceiling) : FapiaoPlan.ofAmounts(lines, amounts);
    checkCeiling(plan, ceiling, violations);
    violations.throwIfAny();
    if (plan.parts().size() != request.fapiaos().size()) {
      violations.add("fapiaos", "violation.fapiao-count", Integer.toString(plan.parts().size()));
      violations.throwIfAny();
    }
    List<NumberEntry> entries = request.fapiaos().stream().map(IssueRequest.Entry::entry).toList();
    return new Checked(plan, entries, oddities(entries));
  }

  private static List<Warning> oddities(List<NumberEntry> entries) {
    List<Warning> odd = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      NumberEntry entry = entries.get(i);
      odd.addAll(entry.number().oddities(entry.issuedOn(), Application.NUMBERS + "[" + i + "]"));
    }
    return odd;
  }

  private static void checkNumbers(
      Application application, IssueRequest request, Violations violations) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < request.fapiaos().size(); i++) {
      LegalNumber number = request.fapiaos().get(i).legalNumber();
      String path = "fapiaos[" + i + "]";
      number.check(application.type(), application.medium(), path, violations);
      if (!seen.add(number.unique())) {
        violations.add(path + ".number", "violation.number-twice");
      }
    }
  }

  private void checkCopies(IssueRequest request, Violations violations) {
    for (int i = 0; i < request.fapiaos().size(); i++) {
      LegalNumber number = request.fapiaos().get(i).legalNumber();
      if (stock.isSpoilt(new PrintedNumber(number.code(), number.number()))) {
        violations.add("fapiaos[" + i + "].number", "violation.number-spoilt");
      }
    }
    violations.throwIfAny();
  }

  private void checkDates(Application application, IssueRequest request, Violations violations) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Promise.CHINA);
    Instant paidAt =
        application.items().stream()
            .map(ApplicationItem::paidAt)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate paidOn = LocalDate.ofInstant(paidAt, Promise.CHINA);
    for (int i = 0; i < request.fapiaos().size(); i++) {
      LocalDate issuedOn = request.fapiaos().get(i).issuedOn();
      if (issuedOn.isAfter(today) || issuedOn.isBefore(paidOn)) {
        violations.add(
            "fapiaos[" + i + "].issuedOn",
            "violation.issued-on",
            paidOn.toString(),
            today.toString());
      }
    }
  }

  /** The amounts as typed; none when the plan's are meant. */
  private static List<Money> amounts(
      Application application, IssueRequest request, Violations violations) {
    long given = request.fapiaos().stream().filter(entry -> entry.amount() != null).count();
    if (given == 0) {
      return List.of();
    }
    List<Money> amounts =
        request.fapiaos().stream()
            .map(entry -> entry.amount() == null ? Money.ZERO : entry.amount().toMoney())
            .toList();
    boolean complete = amounts.stream().noneMatch(Money::isZero);
    if (!complete || !Money.sum(amounts).equals(application.amount())) {
      violations.add("fapiaos", "violation.amounts-sum", application.amount().yuan());
    }
    return amounts;
  }

  private static void checkCeiling(FapiaoPlan plan, Money ceiling, Violations violations) {
    for (int i = 0; i < plan.parts().size(); i++) {
      if (plan.parts().get(i).total().net().isMoreThan(ceiling)) {
        violations.add("fapiaos[" + i + "].amount", "violation.ceiling", ceiling.yuan());
      }
    }
  }
}
