package org.fapiaosuite.fapiao.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.ApplicationJournal;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.progress.Actor;
import org.fapiaosuite.rest.etag.Versions;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Where applications become Fapiao. */
@ApplicationScoped
@Transactional
public class IssuingDesk {

  private final Applications applications;
  private final Bills bills;
  private final Fapiaos fapiaos;
  private final IssueRules rules;
  private final Issuer issuer;
  private final ApplicationJournal journal;
  private final Ids ids;
  private final Clock clock;

  IssuingDesk(
      Applications applications,
      Bills bills,
      Fapiaos fapiaos,
      IssueRules rules,
      Issuer issuer,
      ApplicationJournal journal,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.bills = bills;
    this.fapiaos = fapiaos;
    this.rules = rules;
    this.issuer = issuer;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes down what the clerk issued. The same numbers again answer the state; other numbers for an
   * issued application are refused, for they would be a second Fapiao for the same money.
   */
  public Application issue(UUID id, IssueRequest request, String staff, @Nullable String ifMatch) {
    List<Bill> held = bills.lock(applications.billIds(id));
    Application application = applications.lock(id).orElseThrow(StandardProblem.NOT_FOUND::with);
    if (application.status() == ApplicationStatus.DRAFT) {
      throw StandardProblem.NOT_FOUND.with();
    }
    if (!application.isIssuable()) {
      demandSameNumbers(application, request);
      return application;
    }
    Versions.check(ifMatch, application.version());
    IssueOrder order = rules.check(application, request);
    List<Fapiao> issued = new ArrayList<>();
    for (IssuedFapiao document : issuer.issue(order)) {
      issued.add(new Fapiao(ids.next(), order, issued.size(), document, clock.instant()));
    }
    fapiaos.persist(issued);
    held.forEach(bill -> bill.invoice(id));
    journal.record(
        application,
        application.issued(issued.stream().map(Fapiao::told).toList(), List.of()),
        Actor.SERVICE_CENTRE,
        staff);
    applications.flush();
    return application;
  }

  private void demandSameNumbers(Application application, IssueRequest request) {
    Set<String> known =
        fapiaos.ofApplication(application.id()).stream()
            .map(fapiao -> fapiao.legalNumber().unique())
            .collect(Collectors.toSet());
    Set<String> typed =
        request.fapiaos().stream()
            .map(entry -> entry.legalNumber().unique())
            .collect(Collectors.toSet());
    if (!known.equals(typed)) {
      throw Problem.CANNOT_ISSUE.with(application.status()).state(application.status());
    }
  }
}
