package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fapiaosuite.fapiao.application.Application;
import org.fapiaosuite.fapiao.application.Applications;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.seller.SellerProfile;
import org.fapiaosuite.fapiao.seller.Sellers;
import org.fapiaosuite.fapiao.support.events.CaseEvent;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.support.events.ReturnSituation;

/**
 * What a customer has to send back for another title, and where: of a paper Fapiao every copy the
 * buyer has (Guoshuifa [2006] No. 156, article 13), of an electronic one nothing (STA Announcement
 * 2024 No. 11, article 8).
 */
@ApplicationScoped
public class SendBacks {

  private final Applications applications;
  private final Fapiaos fapiaos;
  private final Sellers sellers;

  SendBacks(Applications applications, Fapiaos fapiaos, Sellers sellers) {
    this.applications = applications;
    this.fapiaos = fapiaos;
    this.sellers = sellers;
  }

  /** What to send back for a case; empty for one that is about no title. */
  public Optional<CaseEvent.SendBack> of(SupportCase found) {
    if (found.kind() != CaseKind.TITLE_CHANGE || found.applicationId() == null) {
      return Optional.empty();
    }
    return applications.findByIdOptional(found.applicationId()).map(this::of);
  }

  private CaseEvent.SendBack of(Application application) {
    ReturnSituation situation = situation(application);
    if (situation.copies().isEmpty()) {
      return new CaseEvent.SendBack(situation, situation.copies(), null, null, null);
    }
    SellerProfile seller = sellers.profile();
    return new CaseEvent.SendBack(
        situation, situation.copies(), seller.recipient(), seller.returnAddress(), seller.phone());
  }

  private ReturnSituation situation(Application application) {
    if (fapiaos.ofApplication(application.id()).isEmpty()) {
      return ReturnSituation.NOT_ISSUED;
    }
    if (application.medium() == Medium.ELECTRONIC) {
      return ReturnSituation.ELECTRONIC;
    }
    return application.type() == FapiaoType.SPECIAL
        ? ReturnSituation.PAPER_SPECIAL
        : ReturnSituation.PAPER_ORDINARY;
  }
}
