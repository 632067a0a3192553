package org.fapiaosuite.ordersync.order.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fapiaosuite.ordersync.decision.Mend;
import org.fapiaosuite.ordersync.fact.DetailFlaw;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.rest.problem.ProblemException;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * What to put right; what is left out stays as it was told, and something has to be there.
 *
 * @param product what was bought; at most 500 characters. Example: {@code Office 365 E3, 12
 *     months}.
 * @param quantity how many of it, 1 or more. Example: {@code 10}.
 * @param payer who paid
 */
record MendRequest(
    @Nullable String product, @Nullable Integer quantity, @Nullable PayerRequest payer) {

  /**
   * Who paid.
   *
   * @param name as it will stand on a Fapiao; at most 200 characters. Example: {@code 上海示例科技有限公司}.
   * @param email where mails reach them. Example: {@code finance@contoso.example}.
   */
  @Schema(name = "OrderPayerRequest")
  record PayerRequest(@Nullable String name, @Nullable String email) {}

  /**
   * In the normal form of what the platform tells.
   *
   * @throws ProblemException 422 for what could not be used either, and when nothing is put right
   */
  Mend mend(MovementRules rules) {
    String name = payer == null ? null : rules.payerName(payer.name);
    String email = payer == null ? null : rules.email(payer.email);
    String described = rules.description(product);
    Integer count = quantity == null ? null : rules.quantity(quantity);
    Mend mend = new Mend(described, count, name, email);
    List<DetailFlaw> flaws = new OrderDetails("", name, email, described, count).flaws();
    ProblemException problem = StandardProblem.VALIDATION.with();
    if (flaws.contains(DetailFlaw.PAYER_NAME_UNUSABLE)) {
      problem.violation("payer.name", "violation.payer-name");
    }
    if (flaws.contains(DetailFlaw.PAYER_EMAIL_UNUSABLE)) {
      problem.violation("payer.email", "violation.payer-email");
    }
    if (quantity != null && count == null) {
      problem.violation("quantity", "violation.quantity");
    }
    if (problem.violations().isEmpty() && mend.isEmpty()) {
      problem.violation("product", "violation.nothing-put-right");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    return mend;
  }
}
