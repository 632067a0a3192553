package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryRules;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.tax.FapiaoLimits;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.tax.ProductLines;
import org.fapiaosuite.fapiao.tax.TaxedLine;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.ComparedName;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.kernel.PrintedText;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Checks a request for a Fapiao as a whole, so that the draft can be confirmed as it stands. */
@ApplicationScoped
class DraftRules {

  private final Bills bills;
  private final Availability availability;
  private final BuyerRules buyers;
  private final DeliveryRules deliveries;
  private final ProductLines productLines;
  private final FapiaoLimits limits;
  private final Clock clock;

  DraftRules(
      Bills bills,
      Availability availability,
      BuyerRules buyers,
      DeliveryRules deliveries,
      ProductLines productLines,
      FapiaoLimits limits,
      Clock clock) {
    this.bills = bills;
    this.availability = availability;
    this.buyers = buyers;
    this.deliveries = deliveries;
    this.productLines = productLines;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Checks what was sent.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404 for a bill that is not the
   *     customer's, 422 with everything that is wrong, 409 for a bill that cannot be applied for
   */
  Draft check(ApplicationRequest sent, Customer customer) {
    List<UUID> ids = sent.items().stream().map(ApplicationRequest.Item::billId).toList();
    Map<UUID, Bill> found =
        bills.of(customer, ids).stream().collect(Collectors.toMap(Bill::id, Function.identity()));
    if (!found.keySet().containsAll(ids)) {
      throw StandardProblem.NOT_FOUND.with();
    }
    Violations violations = new Violations();
    List<Warning> warnings = new ArrayList<>();
    checkTogether(ids, found, violations);
    Optional<Buyer> buyer = buyers.check(sent.buyer(), "buyer", violations, warnings);
    buyers.checkFor(sent.type(), sent.medium(), sent.buyer(), "buyer", violations);
    Optional<Delivery> delivery =
        deliveries.check(sent.delivery(), sent.medium(), "delivery", violations, warnings);
    PayerEvidence evidence =
        sent.purposeOrGeneral().demandsPayerAsTitle()
            ? comparePayers(
                sent.buyer().name(),
                ids.stream().map(id -> named(found, id).payerName()).toList(),
                violations)
            : null;
    violations.throwIfAny();
    Buyer title = buyer.orElseThrow();

    List<ApplicationItem> items = items(sent, found, title.key(), violations);
    violations.throwIfAny();
    FapiaoPlan plan = plan(items, sent.medium());
    return new Draft(
        named(found, ids.get(0)).customerId(),
        sent.type(),
        sent.medium(),
        sent.purposeOrGeneral(),
        title,
        delivery.orElseThrow(),
        items,
        plan.total(),
        evidence,
        warnings);
  }

  /**
   * The Fapiao that items will yield.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when they are too many
   */
  FapiaoPlan plan(List<ApplicationItem> items, Medium medium) {
    FapiaoPlan plan =
        FapiaoPlan.of(items.stream().map(ApplicationItem::line).toList(), limits.ceiling(medium));
    if (plan.parts().size() > limits.mostFapiaos()) {
      throw StandardProblem.VALIDATION
          .with()
          .violation("items", "violation.too-many-fapiaos", Integer.toString(limits.mostFapiaos()));
    }
    return plan;
  }

  /**
   * What an application takes from a bill, taxed as on the day of the sale.
   *
   * @param whole whether it takes all that is left
   */
  ApplicationItem item(Bill bill, boolean whole, Money amount) {
    LocalDate soldOn = LocalDate.ofInstant(bill.paidAt(), Promise.CHINA);
    TaxedLine line = productLines.line(bill.product(), soldOn, amount);
    return new ApplicationItem(
        bill.id(),
        bill.orderNumber(),
        bill.product(),
        bill.paidAt(),
        whole,
        amount,
        line.taxCode(),
        line.rate().basisPoints());
  }

  private static Bill named(Map<UUID, Bill> found, UUID id) {
    return Objects.requireNonNull(found.get(id));
  }

  private static void checkTogether(List<UUID> ids, Map<UUID, Bill> found, Violations violations) {
    if (found.size() < ids.size()) {
      violations.add("items", "violation.bill-twice");
    }
    if (found.values().stream().map(Bill::customerId).distinct().count() > 1) {
      violations.add("items", "violation.one-customer");
    }
  }

  /** The evidence that title and payers are the same; null after naming that they are not. */
  @Nullable PayerEvidence comparePayers(String name, List<String> payers, Violations violations) {
    ComparedName title = ComparedName.of(name, BuyerRules.LONGEST_NAME);
    for (String payer : payers) {
      if (!ComparedName.of(payer, BuyerRules.LONGEST_NAME).equals(title)) {
        violations.add("buyer.name", "violation.not-the-payer", PrintedText.normalise(name), payer);
        return null;
      }
    }
    return new PayerEvidence(name, payers, title.text(), clock.instant());
  }

  private List<ApplicationItem> items(
      ApplicationRequest sent, Map<UUID, Bill> found, String titleKey, Violations violations) {
    List<ApplicationItem> items = new ArrayList<>();
    for (int i = 0; i < sent.items().size(); i++) {
      ApplicationRequest.Item item = sent.items().get(i);
      Bill bill = named(found, item.billId());
      Money left = availability.check(bill, titleKey);
      Money amount = item.amount() == null ? left : item.amount().toMoney();
      if (amount.isZero()) {
        violations.add("items[" + i + "].amount", "violation.amount-zero");
      } else if (amount.isMoreThan(left)) {
        violations.add("items[" + i + "].amount", "violation.amount-too-much", left.yuan());
      }
      items.add(item(bill, item.amount() == null, amount));
    }
    return items;
  }
}
