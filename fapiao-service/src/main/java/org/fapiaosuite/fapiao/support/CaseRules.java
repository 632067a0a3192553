package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.bill.BlockReason;
import org.fapiaosuite.fapiao.bill.Eligibility;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Checks what a customer asks for as a whole. */
@ApplicationScoped
class CaseRules {

  private final Bills bills;
  private final Applications applications;
  private final Eligibility eligibility;
  private final BuyerRules buyers;

  CaseRules(Bills bills, Applications applications, Eligibility eligibility, BuyerRules buyers) {
    this.bills = bills;
    this.applications = applications;
    this.eligibility = eligibility;
    this.buyers = buyers;
  }

  /**
   * Checks what was sent.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404 for a bill or an application that is
   *     not the customer's, 422 with everything that is wrong, 409 when its state rules it out
   */
  NewCase check(CaseRequest sent, Customer customer) {
    Violations violations = new Violations();
    checkMembers(sent, violations);
    Optional<String> text = CaseText.read("text", sent.text(), violations);
    violations.throwIfAny();
    @Nullable Bill bill = bill(sent.billId(), customer);
    @Nullable Application application = application(sent, bill, customer);
    @Nullable Buyer title = newTitle(sent, application, violations);
    List<NewCase.Part> parts = parts(sent, bill, violations);
    violations.throwIfAny();
    return new NewCase(sent.kind(), text.orElseThrow(), bill, application, parts, title);
  }

  /**
   * What of a bill can be split.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 with the reason when nothing can
   */
  Money splittable(Bill bill) {
    BlockReason reason = eligibility.blockReason(bill);
    if (reason != null) {
      throw Problem.NOT_INVOICEABLE.with(bill.orderNumber(), reason).state(reason);
    }
    return bill.invoiceable();
  }

  private static void checkMembers(CaseRequest sent, Violations violations) {
    boolean split = sent.kind() == CaseKind.SPLIT;
    boolean change = sent.kind() == CaseKind.TITLE_CHANGE;
    needs("split", split, sent.split(), violations);
    needs("newTitle", change, sent.newTitle(), violations);
    if (split) {
      needs("billId", true, sent.billId(), violations);
      needs("applicationId", false, sent.applicationId(), violations);
    } else if (sent.kind() != CaseKind.OTHER && sent.billId() == null) {
      needs("applicationId", true, sent.applicationId(), violations);
    }
  }

  private static void needs(
      String field, boolean needed, @Nullable Object value, Violations violations) {
    if (needed && value == null) {
      violations.add(field, "violation.case-needs");
    } else if (!needed && value != null) {
      violations.add(field, "violation.case-without");
    }
  }

  private @Nullable Bill bill(@Nullable UUID id, Customer customer) {
    return id == null ? null : bills.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
  }

  /** The one that is named, else the one that holds the bill. */
  private @Nullable Application application(
      CaseRequest sent, @Nullable Bill bill, Customer customer) {
    UUID id = sent.applicationId();
    if (id == null && bill != null && sent.kind() != CaseKind.SPLIT) {
      id = bill.applicationId();
    }
    if (id == null) {
      if (sent.kind() == CaseKind.TITLE_CHANGE || sent.kind() == CaseKind.NOT_RECEIVED) {
        throw StandardProblem.VALIDATION.with().violation("applicationId", "violation.case-needs");
      }
      return null;
    }
    Application found = applications.of(customer, id).orElseThrow(StandardProblem.NOT_FOUND::with);
    boolean leadsNowhere =
        switch (found.status()) {
          // it can still be edited, and discarded, and staff do not see it
          case DRAFT -> true;
          case CANCELLED, REJECTED -> sent.kind() != CaseKind.OTHER;
          default -> false;
        };
    if (leadsNowhere) {
      throw Problem.NO_FAPIAO_TO_COME.with(found.status()).state(found.status());
    }
    return found;
  }

  private @Nullable Buyer newTitle(
      CaseRequest sent, @Nullable Application application, Violations violations) {
    if (sent.newTitle() == null || application == null) {
      return null;
    }
    buyers.checkFor(
        application.type(), application.medium(), sent.newTitle(), "newTitle", violations);
    return buyers.check(sent.newTitle(), "newTitle", violations, new ArrayList<>()).orElse(null);
  }

  private List<NewCase.Part> parts(CaseRequest sent, @Nullable Bill bill, Violations violations) {
    List<NewCase.Part> parts = new ArrayList<>();
    if (sent.split() == null || bill == null) {
      return parts;
    }
    Money left = splittable(bill);
    for (int i = 0; i < sent.split().size(); i++) {
      CaseRequest.Part part = sent.split().get(i);
      String path = "split[" + i + "].";
      Money amount = part.amount().toMoney();
      if (amount.isZero()) {
        violations.add(path + "amount", "violation.amount-zero");
      }
      buyers
          .check(part.title(), path + "title", violations, new ArrayList<>())
          .ifPresent(title -> parts.add(new NewCase.Part(amount, title)));
    }
    List<Money> amounts =
        sent.split().stream().map(part -> Objects.requireNonNull(part).amount().toMoney()).toList();
    if (!Money.sum(amounts).equals(left)) {
      violations.add("split", "violation.split-sum", left.yuan());
    }
    return parts;
  }
}
