package org.fapiaosuite.fapiao.support;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of all support cases. */
@ApplicationScoped
public class CaseFiles implements PanacheRepositoryBase<CaseFile, UUID> {

  /** The files of one case. */
  public List<CaseFile> of(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }

  /** A file of a case. */
  public Optional<CaseFile> of(SupportCase found, UUID id) {
    return find("id = ?1 and caseId = ?2", id, found.id()).firstResultOptional();
  }

  long countOf(UUID caseId) {
    return count("caseId", caseId);
  }

  /** Nobody finds the files of a case any more; what they held goes when it is swept. */
  void forget(UUID caseId) {
    delete("caseId", caseId);
  }
}
