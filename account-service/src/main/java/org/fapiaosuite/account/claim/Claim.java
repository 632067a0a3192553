package org.fapiaosuite.account.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account says that an order is its own; once per account and order. */
@Entity
public class Claim {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "claim_code_hash")
  private @Nullable String claimCodeHash;

  @Enumerated(EnumType.STRING)
  private ClaimStatus status;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "next_step_at")
  private @Nullable Instant nextStepAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected Claim() {}

  Claim(UUID id, UUID accountId, String orderNumber, @Nullable String claimCodeHash, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.orderNumber = orderNumber;
    this.madeAt = now;
    this.status = ClaimStatus.MADE;
    repeat(claimCodeHash, now);
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public String orderNumber() {
    return orderNumber;
  }

  public ClaimStatus status() {
    return status;
  }

  @Nullable String claimCodeHash() {
    return claimCodeHash;
  }

  /** The claim is made once more, maybe with another code: it is worked again. */
  final void repeat(@Nullable String newCodeHash, Instant now) {
    if (status == ClaimStatus.GRANTED) {
      return;
    }
    claimCodeHash = newCodeHash;
    status = ClaimStatus.MADE;
    nextStepAt = now;
  }

  /** Something this claim waited for has come. */
  void wake(Instant now) {
    if (status != ClaimStatus.GRANTED) {
      nextStepAt = now;
    }
  }

  void waitForOrder() {
    rest(ClaimStatus.WAITING_FOR_ORDER);
  }

  void waitForPayer() {
    rest(ClaimStatus.WAITING_FOR_PAYER);
  }

  void grant() {
    status = ClaimStatus.GRANTED;
    nextStepAt = null;
    claimCodeHash = null;
  }

  private void rest(ClaimStatus next) {
    if (status == ClaimStatus.GRANTED) {
      throw new IllegalStateException("a granted claim stays granted");
    }
    status = next;
    nextStepAt = null;
  }
}
