package org.fapiaosuite.fapiao.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The conversations of all support cases. */
@ApplicationScoped
public class CaseMessages implements PanacheRepositoryBase<CaseMessage, UUID> {

  /** The messages of one case, oldest first. */
  public List<CaseMessage> of(UUID caseId) {
    return list("caseId = ?1 order by at, id", caseId);
  }

  long countOf(UUID caseId) {
    return count("caseId", caseId);
  }

  /** Nobody reads any more what was written. */
  void forget(UUID caseId) {
    update("text = null where caseId = ?1", caseId);
  }
}
