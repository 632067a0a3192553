package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.rest.problem.StandardProblem;

/** Locks a Fapiao and what its correction changes, always in the same order. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CorrectionLocks {

  /** A Fapiao, the application it was issued for, and the bills of that. */
  record Locked(Fapiao fapiao, Application application, List<Bill> bills) {}

  private final Fapiaos fapiaos;
  private final Applications applications;
  private final Bills bills;

  CorrectionLocks(Fapiaos fapiaos, Applications applications, Bills bills) {
    this.fapiaos = fapiaos;
    this.applications = applications;
    this.bills = bills;
  }

  /**
   * Locks them.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 404 when there is no such Fapiao
   */
  Locked lock(UUID fapiao) {
    UUID application = fapiaos.applicationOf(fapiao).orElseThrow(StandardProblem.NOT_FOUND::with);
    List<Bill> held = bills.lock(applications.billIds(application));
    Application issuedFor = applications.lock(application).orElseThrow();
    return new Locked(fapiaos.lock(fapiao).orElseThrow(), issuedFor, held);
  }
}
