package org.fapiaosuite.fapiao.title;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A buyer that an account keeps for its next applications. */
@Entity
@Table(name = "title")
public class Title {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "is_default")
  private boolean standard;

  @Embedded private Buyer buyer;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Title() {}

  Title(UUID id, String accountId, Buyer buyer, boolean standard, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.buyer = buyer;
    this.standard = standard;
    this.createdAt = now;
  }

  void replace(Buyer changed) {
    buyer = changed;
  }

  /** Makes it the one that is filled in when there is no previous application, or no longer. */
  void makeDefault(boolean wanted) {
    standard = wanted;
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public boolean isDefault() {
    return standard;
  }

  public Buyer buyer() {
    return buyer;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
