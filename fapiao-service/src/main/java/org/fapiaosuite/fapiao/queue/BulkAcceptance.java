package org.fapiaosuite.fapiao.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.audit.AuditTrail;
import org.fapiaosuite.fapiao.application.ApplicationStatus;
import org.fapiaosuite.fapiao.application.ServiceCentre;

/** Accepts one of many, each in a transaction of its own with its row in the trail. */
@ApplicationScoped
public class BulkAcceptance {

  private final ServiceCentre centre;
  private final AuditTrail trail;

  BulkAcceptance(ServiceCentre centre, AuditTrail trail) {
    this.centre = centre;
    this.trail = trail;
  }

  /**
   * Takes it on.
   *
   * @return how far it is then
   * @throws org.fapiaosuite.rest.problem.ProblemException 404 or 409
   */
  @Transactional
  public ApplicationStatus accept(UUID id, String staff) {
    ApplicationStatus status = centre.accept(id, staff, null).status();
    trail.write("acceptApplications", List.of(id.toString()), null);
    return status;
  }
}
