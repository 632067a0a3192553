package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Drafts of applications for the shares of a split bill. What the customer did not say is as in
 * their last application, else an ordinary paper Fapiao to pick up at the branch: they look at the
 * draft before they confirm it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ShareDrafts {

  private static final int LONGEST_RECIPIENT = 50;

  private final Applications applications;
  private final DraftRules rules;
  private final BuyerRules buyers;
  private final Ids ids;
  private final Clock clock;

  ShareDrafts(
      Applications applications, DraftRules rules, BuyerRules buyers, Ids ids, Clock clock) {
    this.applications = applications;
    this.rules = rules;
    this.buyers = buyers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Saves a draft for a part of a bill.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 422 when the part would yield more Fapiao
   *     than an application may
   */
  public Application draft(Bill bill, Money amount, Buyer title, String accountId) {
    Optional<Application> last = applications.latestConfirmed(accountId, bill.customerId());
    Medium medium = last.map(Application::medium).orElse(Medium.PAPER);
    FapiaoType type = last.map(Application::type).orElse(FapiaoType.ORDINARY);
    List<ApplicationItem> items = List.of(rules.item(bill, false, amount));
    Draft draft =
        new Draft(
            bill.customerId(),
            suits(title, type, medium) ? type : FapiaoType.ORDINARY,
            medium,
            Purpose.GENERAL,
            title,
            last.map(Application::delivery).orElseGet(() -> atTheBranch(title)),
            items,
            rules.plan(items, medium).total(),
            null,
            last.isPresent()
                ? List.of()
                : List.of(Warning.of("delivery-assumed", "delivery.method")));
    Application application = new Application(ids.next(), accountId, draft, clock.instant());
    applications.persistAndFlush(application);
    return application;
  }

  private boolean suits(Buyer title, FapiaoType type, Medium medium) {
    Violations violations = new Violations();
    buyers.checkFor(type, medium, BuyerData.of(title), "buyer", violations);
    return violations.isEmpty();
  }

  private static Delivery atTheBranch(Buyer title) {
    String name = title.name();
    String recipient =
        name.codePointCount(0, name.length()) <= LONGEST_RECIPIENT
            ? name
            : name.substring(0, name.offsetByCodePoints(0, LONGEST_RECIPIENT)).strip();
    return new Delivery(DeliveryMethod.PICKUP, recipient, title.phone(), null, null, null);
  }
}
