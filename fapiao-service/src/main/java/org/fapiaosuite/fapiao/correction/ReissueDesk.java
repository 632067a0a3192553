package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.application.Resubmission;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.correction.CorrectionLocks.Locked;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.FapiaoColour;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Has a Fapiao issued in place of one that is void or taken back. */
@ApplicationScoped
@Transactional
public class ReissueDesk {

  private final CorrectionLocks locks;
  private final Fapiaos fapiaos;
  private final Applications applications;
  private final Resubmission resubmission;

  ReissueDesk(
      CorrectionLocks locks,
      Fapiaos fapiaos,
      Applications applications,
      Resubmission resubmission) {
    this.locks = locks;
    this.fapiaos = fapiaos;
    this.applications = applications;
    this.resubmission = resubmission;
  }

  /**
   * Submits an application for what the Fapiao was about, as far as it is not refunded; once more,
   * it answers the one there is.
   *
   * @param buyer another title; null for the same
   * @throws org.fapiaosuite.rest.problem.ProblemException 404, 409 or 422
   */
  public Application reissue(UUID id, @Nullable BuyerData buyer, String staff) {
    Locked locked = locks.lock(id);
    Fapiao fapiao = locked.fapiao();
    UUID before = fapiao.replacedBy();
    if (before != null) {
      return applications.findById(before);
    }
    if (fapiao.colour() == FapiaoColour.RED || !fapiao.isReversed()) {
      throw Problem.NOT_REVERSED.with(fapiao.status()).state(fapiao.status());
    }
    Map<UUID, Money> amounts = amounts(locked);
    if (amounts.isEmpty()) {
      throw Problem.NOTHING_TO_REISSUE.with();
    }
    Application again =
        resubmission.submit(locked.application(), id, amounts, locked.bills(), buyer, staff);
    fapiao.replaceBy(again.id());
    fapiaos.flush();
    return again;
  }

  /** What the Fapiao was about, as far as nobody has applied for it since or got it back. */
  private Map<UUID, Money> amounts(Locked locked) {
    Map<UUID, Money> covered =
        Coverage.of(
            locked.fapiao(),
            fapiaos.ofApplication(locked.application().id()),
            locked.application().items());
    Map<UUID, Money> amounts = new HashMap<>();
    for (Bill bill : locked.bills()) {
      Money amount = covered.getOrDefault(bill.id(), Money.ZERO).smaller(bill.invoiceable());
      if (!amount.isZero()) {
        amounts.put(bill.id(), amount);
      }
    }
    return amounts;
  }
}
