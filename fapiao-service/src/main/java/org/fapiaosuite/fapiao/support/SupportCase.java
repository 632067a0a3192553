package org.fapiaosuite.fapiao.support;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.support.events.CaseEvent;
import org.fapiaosuite.fapiao.support.events.CaseKind;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.kernel.Money;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks the service centre for, and whose turn it is. Its verbs are the only way on;
 * they refuse (409) what its state does not allow.
 */
@Entity
@Table(name = "support_case")
public class SupportCase {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "customer_id")
  private @Nullable String customerId;

  @Enumerated(EnumType.STRING)
  private CaseKind kind;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  @Column(name = "bill_id")
  private @Nullable UUID billId;

  @Column(name = "application_id")
  private @Nullable UUID applicationId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "order_numbers")
  private List<String> orderNumbers;

  @Column(name = "created_at")
  private Instant createdAt;

  /** Each message changes it, and so the version. */
  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Embedded private @Nullable Buyer newTitle;
  @Embedded private @Nullable Decision decision;
  @Embedded private @Nullable ReturnParcel parcel;

  @OneToMany(mappedBy = "supportCase", cascade = CascadeType.ALL)
  @BatchSize(size = 100)
  @OrderBy("position")
  private List<CasePart> parts = new ArrayList<>();

  private boolean forgotten;

  protected SupportCase() {}

  SupportCase(UUID id, String accountId, NewCase asked, Instant dueAt, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.customerId = asked.customerId();
    this.kind = asked.kind();
    this.status = CaseStatus.OPEN;
    this.billId = asked.billId();
    this.applicationId = asked.applicationId();
    this.orderNumbers = asked.orderNumbers();
    this.newTitle = asked.newTitle();
    this.createdAt = now;
    this.changedAt = now;
    this.dueAt = dueAt;
  }

  void addPart(Supplier<UUID> ids, Money amount, Buyer title) {
    parts.add(new CasePart(ids.get(), this, parts.size(), amount, title));
  }

  /** The customer adds to the conversation. */
  void write(Instant now) {
    move(CaseAction.WRITE, now);
  }

  /** The customer has sent papers back, or corrects what they told of it. */
  void sendBack(ReturnParcel sent) {
    move(CaseAction.WRITE, sent.enteredAt());
    parcel = sent;
  }

  /** Staff add to the conversation. */
  CaseEvent answer(Instant now) {
    move(CaseAction.ANSWER, now);
    markAnswered(now);
    return new CaseEvent.Answered(id, accountId, kind, orderNumbers, false);
  }

  /**
   * True when a lead has yet to decide, false when they have decided so.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 when there is nothing to decide, or
   *     it was decided otherwise
   */
  boolean isToDecide(boolean approve) {
    if (!kind.needsApproval()) {
      throw Problem.NOTHING_TO_APPROVE.with();
    }
    if (decision == null) {
      return true;
    }
    if (decision.approved() != approve) {
      throw Problem.ALREADY_DECIDED.with();
    }
    return false;
  }

  /** A lead approves or refuses what is asked for. */
  CaseEvent decide(boolean approve, String by, Instant now) {
    if (!isToDecide(approve)) {
      throw new IllegalStateException("it is decided");
    }
    move(approve ? CaseAction.APPROVE : CaseAction.REFUSE, now);
    markAnswered(now);
    decision = new Decision(approve, by, now);
    return approve
        ? new CaseEvent.Answered(id, accountId, kind, orderNumbers, true)
        : new CaseEvent.Resolved(id, accountId, kind, orderNumbers, true);
  }

  /** Staff settle it. */
  CaseEvent resolve(Instant now) {
    move(CaseAction.RESOLVE, now);
    markAnswered(now);
    return new CaseEvent.Resolved(id, accountId, kind, orderNumbers, false);
  }

  /** Whose it is has erased their account: titles become pseudonyms, and nobody waits. */
  void forget(UnaryOperator<String> pseudonym, Instant now) {
    if (forgotten) {
      return;
    }
    forgotten = true;
    changedAt = now;
    status = status == CaseStatus.RESOLVED ? CaseStatus.RESOLVED : CaseStatus.CLOSED;
    newTitle = newTitle == null ? null : newTitle.forgotten(pseudonym);
    parcel = null;
    parts.forEach(part -> part.forget(pseudonym));
  }

  private void move(CaseAction action, Instant now) {
    status = action.after(status);
    changedAt = now;
  }

  private void markAnswered(Instant now) {
    if (answeredAt == null) {
      answeredAt = now;
    }
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public String accountId() {
    return accountId;
  }

  public CaseKind kind() {
    return kind;
  }

  public CaseStatus status() {
    return status;
  }

  public @Nullable UUID billId() {
    return billId;
  }

  public @Nullable UUID applicationId() {
    return applicationId;
  }

  public List<String> orderNumbers() {
    return List.copyOf(orderNumbers);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** By when the first answer is promised. */
  public Instant dueAt() {
    return dueAt;
  }

  /** When it was first answered; null before. */
  public @Nullable Instant answeredAt() {
    return answeredAt;
  }

  public @Nullable Buyer newTitle() {
    return newTitle;
  }

  public @Nullable Decision decision() {
    return decision;
  }

  public @Nullable ReturnParcel parcel() {
    return parcel;
  }

  public List<CasePart> parts() {
    return List.copyOf(parts);
  }
}
