package org.fapiaosuite.account.claim;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
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

  @Enumerated(EnumType.STRING)
  @Column(name = "waits_for")
  private @Nullable ClaimStatus waitsFor;

  @Column(name = "waiting_since")
  private @Nullable Instant waitingSince;

  @Column(name = "told_at")
  private @Nullable Instant toldAt;

  @Embedded
  @AttributeOverride(name = "by", column = @Column(name = "prepared_by"))
  @AttributeOverride(name = "at", column = @Column(name = "prepared_at"))
  @AttributeOverride(name = "evidence", column = @Column(name = "prepared_evidence"))
  private @Nullable StaffWord prepared;

  @Embedded
  @AttributeOverride(name = "by", column = @Column(name = "approved_by"))
  @AttributeOverride(name = "at", column = @Column(name = "approved_at"))
  @AttributeOverride(name = "evidence", column = @Column(name = "approved_evidence"))
  private @Nullable StaffWord approved;

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

  public Instant madeAt() {
    return madeAt;
  }

  /** Since when it waits for what it waits for; null when it does not. */
  public @Nullable Instant waitingSince() {
    return status == waitsFor ? waitingSince : null;
  }

  /** What one of staff would grant it on; null when nobody would. */
  public @Nullable StaffWord prepared() {
    return prepared;
  }

  /** What another one of staff granted it on; null when nobody did. */
  public @Nullable StaffWord approved() {
    return approved;
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

  /**
   * Waits for the order to become known.
   *
   * @param patience after which its claimant is told how it stands
   */
  void waitForOrder(Instant now, Duration patience) {
    rest(ClaimStatus.WAITING_FOR_ORDER, now, patience);
  }

  /**
   * Waits for the payer's word.
   *
   * @param patience after which its claimant is told how it stands
   */
  void waitForPayer(Instant now, Duration patience) {
    rest(ClaimStatus.WAITING_FOR_PAYER, now, patience);
  }

  /** Whether it has waited long enough for its claimant to be told, and they were not. */
  boolean isToBeTold(Instant now, Duration patience) {
    Instant since = waitingSince();
    return since != null && toldAt == null && !now.isBefore(since.plus(patience));
  }

  /** Its claimant is told how it stands; once for each thing it waits for. */
  void tell(Instant now) {
    toldAt = now;
    nextStepAt = null;
  }

  /** Somebody of staff would grant it. */
  void prepare(StaffWord word) {
    demand(ClaimStatus.WAITING_FOR_PAYER);
    prepared = word;
  }

  /** Nobody of staff would grant it any more. */
  void dropPrepared() {
    prepared = null;
  }

  /** Somebody else of staff says that it is to be granted. */
  void approve(StaffWord word) {
    demand(ClaimStatus.WAITING_FOR_PAYER);
    if (prepared == null || prepared.by().equals(word.by())) {
      throw new IllegalStateException("one prepares a claim, another one approves it");
    }
    approved = word;
  }

  void grant() {
    status = ClaimStatus.GRANTED;
    nextStepAt = null;
    claimCodeHash = null;
  }

  private void rest(ClaimStatus next, Instant now, Duration patience) {
    if (status == ClaimStatus.GRANTED) {
      throw new IllegalStateException("a granted claim stays granted");
    }
    status = next;
    if (waitsFor != next || waitingSince == null) {
      waitsFor = next;
      waitingSince = now;
      toldAt = null;
    }
    nextStepAt = toldAt == null ? waitingSince.plus(patience) : null;
  }

  private void demand(ClaimStatus wanted) {
    if (status != wanted) {
      throw new IllegalStateException("the claim is " + status);
    }
  }
}
