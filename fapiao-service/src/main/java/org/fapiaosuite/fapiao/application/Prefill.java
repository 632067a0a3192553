package org.fapiaosuite.fapiao.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerRules;
import org.fapiaosuite.fapiao.title.PersonNames;
import org.fapiaosuite.fapiao.title.Title;
import org.fapiaosuite.fapiao.title.TitleType;
import org.fapiaosuite.fapiao.title.Titles;
import org.fapiaosuite.kernel.PrintedText;

/**
 * What the next application begins with: the previous Fapiao information, else the account's
 * default title, else the payer's name.
 */
@ApplicationScoped
public class Prefill {

  private final Applications applications;
  private final Titles titles;

  Prefill(Applications applications, Titles titles) {
    this.applications = applications;
    this.titles = titles;
  }

  /** What the calling customer would most likely enter for one of their bills. */
  public Suggestion forBill(Bill bill, Customer customer) {
    Optional<Application> previous =
        applications.latestConfirmed(customer.accountId(), bill.customerId());
    if (previous.isPresent()) {
      return Suggestion.previous(previous.get());
    }
    Optional<Title> standard = titles.defaultOf(customer.accountId());
    if (standard.isPresent()) {
      return Suggestion.title(Suggestion.Source.DEFAULT_TITLE, standard.get().buyer());
    }
    // What cannot be typed as a title, or is a pseudonym, is not suggested as one.
    String payer =
        Optional.of(bill)
            .filter(paid -> !paid.isPayerForgotten())
            .flatMap(paid -> PrintedText.closest(paid.payerName(), BuyerRules.LONGEST_NAME))
            .map(PrintedText::text)
            .orElse("");
    TitleType kind =
        PersonNames.looksLikeOne(payer) ? TitleType.INDIVIDUAL : TitleType.ORGANIZATION;
    return Suggestion.title(
        Suggestion.Source.PAYER, new Buyer(kind, payer, null, null, null, null, null));
  }
}
