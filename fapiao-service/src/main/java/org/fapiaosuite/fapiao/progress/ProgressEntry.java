package org.fapiaosuite.fapiao.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One step in the history of an application; written once. */
@Entity
@Table(name = "progress_entry")
public class ProgressEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long seq;

  @Column(name = "application_id")
  private UUID applicationId;

  @Enumerated(EnumType.STRING)
  private ProgressKind kind;

  private String status;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Actor actor;

  @Column(name = "actor_id")
  private @Nullable String actorId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> details;

  protected ProgressEntry() {}

  /**
   * A step that was just taken.
   *
   * @param status the application's state after it
   * @param actorId who did it, for the audit; never shown to the customer
   */
  public ProgressEntry(
      UUID applicationId,
      ProgressKind kind,
      String status,
      Instant at,
      Actor actor,
      @Nullable String actorId,
      Map<String, Object> details) {
    this.applicationId = applicationId;
    this.kind = kind;
    this.status = status;
    this.at = at;
    this.actor = actor;
    this.actorId = actorId;
    this.details = Map.copyOf(details);
  }

  /** Grows with time over all applications. */
  public long seq() {
    return seq == null ? 0 : seq;
  }

  public UUID applicationId() {
    return applicationId;
  }

  public ProgressKind kind() {
    return kind;
  }

  public String status() {
    return status;
  }

  public Instant at() {
    return at;
  }

  public Actor actor() {
    return actor;
  }

  public Map<String, Object> details() {
    return Map.copyOf(details);
  }
}
