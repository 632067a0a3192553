package org.fapiaosuite.account.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refresh token of a session, known by its hash. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {

  @Id private String hash;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected RefreshToken() {}

  RefreshToken(String hash, UUID sessionId, Instant now) {
    this.hash = hash;
    this.sessionId = sessionId;
    this.issuedAt = now;
  }

  UUID sessionId() {
    return sessionId;
  }

  boolean isUnused() {
    return usedAt == null;
  }

  /** Nobody came for so long that the session is over. */
  boolean isIdle(Instant now, Duration idle) {
    return !now.isBefore(issuedAt.plus(idle));
  }

  /** Used a moment ago: most likely the answer with the successor was lost. */
  boolean isInGrace(Instant now, Duration grace) {
    return usedAt != null && !now.isAfter(usedAt.plus(grace));
  }

  void use(Instant now) {
    usedAt = now;
  }
}
