package org.fapiaosuite.account.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One device that is signed in, and the family of its refresh tokens. */
@Entity
public class Session {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private @Nullable String device;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  private @Nullable String issuer;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected Session() {}

  Session(UUID id, UUID accountId, @Nullable String device, Instant now, Instant endsAt) {
    this.id = id;
    this.accountId = accountId;
    this.device = device;
    this.createdAt = now;
    this.lastUsedAt = now;
    this.endsAt = endsAt;
  }

  /** A session on the word of an issuer, which ends when that is no longer trusted. */
  static Session vouched(
      UUID id, UUID accountId, String issuer, @Nullable String device, Instant now, Instant ends) {
    Session session = new Session(id, accountId, device, now, ends);
    session.issuer = issuer;
    return session;
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  /** What the browser calls itself, shortened; null when it says nothing. */
  public @Nullable String device() {
    return device;
  }

  /** The issuer on whose word it was opened; null when its owner signed in here. */
  public @Nullable String issuer() {
    return issuer;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  /** The absolute end, used or not. */
  public Instant endsAt() {
    return endsAt;
  }

  /** Neither signed out nor over. */
  public boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(endsAt);
  }

  void use(Instant now) {
    lastUsedAt = now;
  }

  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }
}
