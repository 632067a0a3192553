package org.fapiaosuite.account.claim;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** What somebody of staff says about a claim, and what proves it. */
@Embeddable
public class StaffWord {

  private UUID by;
  private Instant at;
  private String evidence;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected StaffWord() {}

  StaffWord(UUID by, Instant at, String evidence) {
    this.by = by;
    this.at = at;
    this.evidence = evidence;
  }

  /** Their account. */
  public UUID by() {
    return by;
  }

  public Instant at() {
    return at;
  }

  public String evidence() {
    return evidence;
  }
}
