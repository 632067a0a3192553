package org.fapiaosuite.account.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody is to get a secret by mail; a newer request for the same subject takes its place. */
@Entity
@Table(name = "secret_request")
class SecretRequest {

  @Id private UUID id;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  private SecretKind kind;

  private UUID subject;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "secret_hash")
  private @Nullable String secretHash;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "superseded_at")
  private @Nullable Instant supersededAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected SecretRequest() {}

  SecretRequest(UUID id, SecretKind kind, UUID subject, Instant now) {
    this.id = id;
    this.kind = kind;
    this.subject = subject;
    this.requestedAt = now;
  }

  UUID id() {
    return id;
  }

  SecretKind kind() {
    return kind;
  }

  UUID subject() {
    return subject;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  /** Whether the mail with this secret should still be sent. */
  boolean isWanted(Instant now, Instant worthSendingUntil) {
    return usedAt == null && supersededAt == null && now.isBefore(worthSendingUntil);
  }

  /** The mail leaves now: its life starts, or starts again when the send is repeated. */
  void mint(String hash, Instant expiresAt) {
    this.secretHash = hash;
    this.expiresAt = expiresAt;
  }

  boolean isUsed() {
    return usedAt != null;
  }

  /** Whether the secret opens its subject now. */
  boolean isGood(Instant now) {
    return usedAt == null && supersededAt == null && expiresAt != null && now.isBefore(expiresAt);
  }

  void use(Instant now) {
    if (!isGood(now)) {
      throw new IllegalStateException("the secret is not good any more");
    }
    usedAt = now;
  }

  void supersede(Instant now) {
    if (supersededAt == null) {
      supersededAt = now;
    }
  }
}
