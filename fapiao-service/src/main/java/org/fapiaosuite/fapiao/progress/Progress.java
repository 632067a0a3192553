package org.fapiaosuite.fapiao.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The history of all applications. */
@ApplicationScoped
public class Progress implements PanacheRepositoryBase<ProgressEntry, Long> {

  /** The steps of one application, oldest first. */
  public List<ProgressEntry> of(UUID application) {
    return list("applicationId = ?1 order by seq", application);
  }

  /** What happened to some applications after an entry, oldest first. */
  public List<ProgressEntry> after(long seq, Collection<UUID> applications) {
    return list("seq > ?1 and applicationId in ?2 order by seq", seq, applications);
  }
}
