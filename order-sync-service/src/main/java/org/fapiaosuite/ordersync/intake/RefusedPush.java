package org.fapiaosuite.ordersync.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A push that the platform signed and that says what cannot be, or could not be read then. */
@Entity
class RefusedPush {
  @Id private UUID id;
  private String platform;
  private String webhookId;
  private Instant receivedAt;
  private String field;
  private String reason;
  private byte[] body;
  private @Nullable String redriveAskedBy;
  private @Nullable Instant redriveAskedAt;
  private @Nullable String redriveApprovedBy;
  private @Nullable Instant redrivenAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  RefusedPush() {}

  UUID id() {
    return id;
  }

  String platform() {
    return platform;
  }

  String webhookId() {
    return webhookId;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  /** Path of the value at fault; empty when the whole could not be read. */
  String field() {
    return field;
  }

  String reason() {
    return reason;
  }

  byte[] body() {
    return body.clone();
  }

  /** Asks that it be taken again; whoever asked before stays the one. */
  void askRedrive(String by, Instant at) {
    if (redriveAskedBy == null) {
      redriveAskedBy = by;
      redriveAskedAt = at;
    }
  }

  /** Nobody asks any more. */
  void dropRedrive() {
    redriveAskedBy = null;
    redriveAskedAt = null;
  }

  /** It was taken. */
  void redriven(String approvedBy, Instant at) {
    redriveApprovedBy = approvedBy;
    redrivenAt = at;
  }

  @Nullable String redriveAskedBy() {
    return redriveAskedBy;
  }

  @Nullable Instant redriveAskedAt() {
    return redriveAskedAt;
  }

  @Nullable String redriveApprovedBy() {
    return redriveApprovedBy;
  }

  @Nullable Instant redrivenAt() {
    return redrivenAt;
  }
}
