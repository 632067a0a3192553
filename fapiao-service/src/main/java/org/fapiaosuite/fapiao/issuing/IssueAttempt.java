package org.fapiaosuite.fapiao.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One asking of an issuer for an application: written before the call, so that whatever dies in
 * between, somebody knows whom to ask what became of it. At most one of an application is open.
 */
@Entity
@Table(name = "issue_attempt")
class IssueAttempt {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "application_id")
  private UUID applicationId;

  private String issuer;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<PlannedLine> plan = new ArrayList<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<NumberEntry> entries = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  private AttemptState state;

  /** Who asks at present, or asked last; a new one with each taking. */
  private UUID lease;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "asked_again")
  private int askedAgain;

  @Column(name = "told_at")
  private @Nullable Instant toldAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** Why the issuer refused; kept as evidence beside what it was asked for. */
  @SuppressWarnings("UnusedVariable")
  private @Nullable String reason;

  protected IssueAttempt() {}

  IssueAttempt(
      UUID id,
      UUID applicationId,
      String issuer,
      IssueRules.Checked checked,
      String askedBy,
      UUID lease,
      Instant now,
      Instant leaseEnds) {
    this.id = id;
    this.applicationId = applicationId;
    this.issuer = issuer;
    this.askedBy = askedBy;
    this.askedAt = now;
    this.plan = PlannedLine.of(checked.plan());
    this.entries = List.copyOf(checked.entries());
    this.state = AttemptState.ASKED;
    this.lease = lease;
    this.dueAt = leaseEnds;
  }

  /** Somebody goes on with it; what the one before still says of {@code Unknown} counts no more. */
  void take(UUID by, Instant leaseEnds) {
    demandOpen();
    lease = by;
    dueAt = leaseEnds;
  }

  /** The issuer could not say; it is asked again, and staff told in time. */
  void unknown(Instant now, List<Duration> waits, Duration tellStaffAfter) {
    demandOpen();
    state = AttemptState.UNKNOWN;
    Instant next = now.plus(waits.get(Math.min(askedAgain, waits.size() - 1)));
    Instant telling = askedAt.plus(tellStaffAfter);
    dueAt = telling.isAfter(now) && telling.isBefore(next) ? telling : next;
    askedAgain++;
  }

  /** True once, when the outcome has been unknown for too long. */
  boolean tellStaff(Instant now, Duration after) {
    if (toldAt != null || now.isBefore(askedAt.plus(after))) {
      return false;
    }
    toldAt = now;
    return true;
  }

  void issued(Instant now) {
    end(AttemptState.ISSUED, now);
  }

  void refused(String why, Instant now) {
    end(AttemptState.REFUSED, now);
    reason = why;
  }

  /** A clerk's entry takes its place. */
  void replaced(Instant now) {
    end(AttemptState.REPLACED, now);
  }

  /** That entry came to nothing, so that its outcome is asked for again, at once. */
  void reopen(Instant now) {
    if (state != AttemptState.REPLACED) {
      throw new IllegalStateException("nothing took its place: " + state);
    }
    state = AttemptState.UNKNOWN;
    dueAt = now;
    // what staff was told went with the entry
    toldAt = null;
    endedAt = null;
  }

  private void end(AttemptState outcome, Instant now) {
    demandOpen();
    state = outcome;
    endedAt = now;
  }

  private void demandOpen() {
    if (!isOpen()) {
      throw new IllegalStateException("the attempt has ended: " + state);
    }
  }

  /** What the issuer is asked for, the same each time. */
  IssueOrder order(Application application) {
    return new IssueOrder(
        id,
        applicationId,
        application.customerId(),
        application.type(),
        application.medium(),
        application.buyer(),
        PlannedLine.plan(plan),
        List.copyOf(entries));
  }

  boolean isOpen() {
    return state.isOpen();
  }

  boolean isHeldBy(UUID taker) {
    return lease.equals(taker);
  }

  UUID id() {
    return id;
  }

  UUID lease() {
    return lease;
  }

  UUID applicationId() {
    return applicationId;
  }

  String issuer() {
    return issuer;
  }

  String askedBy() {
    return askedBy;
  }

  Instant askedAt() {
    return askedAt;
  }
}
