package org.fapiaosuite.fapiao.application;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent;
import org.fapiaosuite.fapiao.application.events.ApplicationEvent.CancelledBy;
import org.fapiaosuite.fapiao.application.events.IssuedNumber;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.delivery.DeliveryOutcome;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.problem.Problem;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.tax.TaxedLine;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request for the Fapiao of one or several bills under one title. Its verbs are the
 * only way on; each answers with what happened, with nothing when it had happened before, and
 * refuses (409) what its state does not allow.
 */
@Entity
@Table(name = "application")
public class Application {

  /** What a warning is about that came of the numbers a clerk typed in. */
  public static final String NUMBERS = "fapiaos";

  /** What a warning is about that came of the issuing. */
  private static final String ISSUING = "issuing";

  @Id private UUID id;
  @Version private int version;

  /** Who drafted it; from the confirmation on, who confirmed it. */
  @Column(name = "account_id")
  private String accountId;

  @Column(name = "customer_id")
  private String customerId;

  @Enumerated(EnumType.STRING)
  private ApplicationStatus status;

  @Enumerated(EnumType.STRING)
  private FapiaoType type;

  @Enumerated(EnumType.STRING)
  private Medium medium;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Embedded private Buyer buyer;
  @Embedded private Delivery delivery;

  /** Read with the rest: whatever is done with an application tells its orders. */
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "application_item", joinColumns = @JoinColumn(name = "application_id"))
  @OrderColumn(name = "position")
  private List<ApplicationItem> items = new ArrayList<>();

  @Embedded private TaxSplit total;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Warning> warnings = new ArrayList<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable PayerEvidence evidence;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Embedded private GivenPromise promise = GivenPromise.NONE;

  /** Only while it waits. */
  @Column(name = "expected_issue_at")
  private @Nullable Instant expectedIssueAt;

  @Embedded private @Nullable Shipment shipment;

  @Column(name = "pickup_until")
  private @Nullable LocalDate pickupUntil;

  @Column(name = "recipient_forgotten")
  private boolean recipientForgotten;

  @Column(name = "buyer_forgotten")
  private boolean buyerForgotten;

  @Column(name = "pickup_reminded")
  private boolean pickupReminded;

  /** The Fapiao in whose place its own are to be issued. */
  @Column(name = "reissue_of")
  private @Nullable UUID reissueOf;

  /** True when all its Fapiao are void or taken back. */
  private boolean reversed;

  /** Who works on it, or did. */
  @Embedded private @Nullable WorkClaim claim;

  protected Application() {}

  public Application(UUID id, String accountId, Draft draft, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.customerId = draft.customerId();
    this.status = ApplicationStatus.DRAFT;
    this.createdAt = now;
    take(draft);
  }

  /** Replaces everything the customer said. */
  public void edit(Draft draft) {
    Action.EDIT.demand(status);
    customerId = draft.customerId();
    take(draft);
  }

  /** Hands it over; the caller reserves the bills' shares in the same transaction. */
  public Optional<ApplicationEvent> confirm(
      String account, Promise given, long revision, Instant now) {
    if (!Action.CONFIRM.isDue(status)) {
      return Optional.empty();
    }
    accountId = account;
    submittedAt = now;
    promise = GivenPromise.of(given, revision, now);
    return move(
        ApplicationStatus.SUBMITTED,
        new ApplicationEvent.Submitted(
            id,
            accountId,
            orderNumbers(),
            type,
            medium,
            buyer.name(),
            Amount.of(amount()),
            given.dueAt(),
            given.provisional()));
  }

  /**
   * Handed over by the service centre, in place of a Fapiao that is reversed; the caller reserves
   * the bills' shares in the same transaction.
   *
   * @param former the application of that Fapiao
   */
  public Optional<ApplicationEvent> reissue(
      UUID fapiao, UUID former, Promise given, long revision, Instant now) {
    Action.CONFIRM.demand(status);
    reissueOf = fapiao;
    submittedAt = now;
    promise = GivenPromise.of(given, revision, now);
    return move(
        ApplicationStatus.SUBMITTED,
        new ApplicationEvent.Reissued(
            id,
            accountId,
            orderNumbers(),
            fapiao,
            former,
            buyer.name(),
            Amount.of(amount()),
            given.dueAt(),
            given.provisional()));
  }

  /** The customer wants it no more. */
  public Optional<ApplicationEvent> cancel() {
    if (!Action.CANCEL.isDue(status)) {
      return Optional.empty();
    }
    return move(
        ApplicationStatus.CANCELLED,
        new ApplicationEvent.Cancelled(
            id, accountId, orderNumbers(), CancelledBy.CUSTOMER, "CUSTOMER_REQUEST"));
  }

  /** Nothing is left to be invoiced. */
  public Optional<ApplicationEvent> withdraw(String reason) {
    if (!Action.WITHDRAW.isDue(status)) {
      return Optional.empty();
    }
    return move(
        ApplicationStatus.CANCELLED,
        new ApplicationEvent.Cancelled(id, accountId, orderNumbers(), CancelledBy.SYSTEM, reason));
  }

  /** True while a refund can still make it smaller instead of making a correction due. */
  public boolean canShrink() {
    return Action.REDUCE.step(status) == Action.Step.GO;
  }

  /** A refund leaves less to be invoiced, but something. */
  public Optional<ApplicationEvent> reduce(
      List<ApplicationItem> left, TaxSplit remaining, String reason) {
    Action.REDUCE.demand(status);
    Money before = amount();
    items.clear();
    items.addAll(left);
    total = remaining;
    return Optional.of(
        new ApplicationEvent.Reduced(
            id,
            accountId,
            orderNumbers(),
            Amount.of(amount()),
            Amount.of(before.minus(amount())),
            reason));
  }

  /** Another recipient or address. */
  public Optional<ApplicationEvent> changeDelivery(Delivery changed, List<Warning> found) {
    Action.CHANGE_DELIVERY.demand(status);
    if (changed.equals(delivery)) {
      return Optional.empty();
    }
    delivery = changed;
    recipientForgotten = false;
    warnings.removeIf(warning -> warning.field().startsWith("delivery."));
    warnings.addAll(found);
    return status == ApplicationStatus.DRAFT
        ? Optional.empty()
        : Optional.of(new ApplicationEvent.DeliveryChanged(id, accountId, orderNumbers()));
  }

  /** A better calendar may move the due moment. */
  public Optional<ApplicationEvent> promiseAgain(Promise given, long revision) {
    Instant before = promise.dueAt();
    promise = promise.again(given, revision);
    return given.dueAt().equals(before)
        ? Optional.empty()
        : Optional.of(
            new ApplicationEvent.DueChanged(id, accountId, orderNumbers(), given.dueAt()));
  }

  /** A clerk takes it on. */
  public Optional<ApplicationEvent> accept() {
    return Action.ACCEPT.isDue(status)
        ? move(
            ApplicationStatus.IN_PROCESS,
            new ApplicationEvent.Accepted(id, accountId, orderNumbers()))
        : Optional.empty();
  }

  /** True while it can wait for stock: it is accepted, and nobody was asked to issue it. */
  boolean canWait() {
    return Action.WAIT_FOR_STOCK.step(status) == Action.Step.GO;
  }

  /**
   * There is nothing to issue it with. Until there is, nothing is promised; its place in the queue
   * stays the one it had.
   *
   * @param expected when there will be; null while nobody knows
   * @return nothing when that is known already
   */
  public Optional<ApplicationEvent> waitForStock(@Nullable Instant expected) {
    Action.WAIT_FOR_STOCK.demand(status);
    boolean known =
        status == ApplicationStatus.WAITING_FOR_STOCK && Objects.equals(expected, expectedIssueAt);
    expectedIssueAt = expected;
    return known
        ? Optional.empty()
        : move(
            ApplicationStatus.WAITING_FOR_STOCK,
            new ApplicationEvent.Waiting(
                id, accountId, orderNumbers(), expected, ApplicationEvent.WaitReason.OUT_OF_STOCK));
  }

  /** There is something to issue it with; the promise counts from now. */
  public Optional<ApplicationEvent> takeUp(Promise given, long revision, Instant now) {
    if (!Action.TAKE_UP.isDue(status)) {
      return Optional.empty();
    }
    expectedIssueAt = null;
    promise = GivenPromise.of(given, revision, now);
    return move(
        ApplicationStatus.IN_PROCESS,
        new ApplicationEvent.TakenUp(id, accountId, orderNumbers(), given.dueAt()));
  }

  /** The service centre refuses it. */
  public Optional<ApplicationEvent> reject(String reason) {
    return Action.REJECT.isDue(status)
        ? move(
            ApplicationStatus.REJECTED,
            new ApplicationEvent.Rejected(id, accountId, orderNumbers(), reason))
        : Optional.empty();
  }

  /** True when the issuer may be asked, false when its Fapiao exist. */
  public boolean isIssuable() {
    return Action.ISSUE.isDue(status);
  }

  /** Some numbers stand in none of the ranges that are kept; for staff, who look into it. */
  public void warnOfNumbers(List<String> outside) {
    outside.forEach(number -> warnings.add(Warning.of("number-outside-stock", ISSUING, number)));
  }

  /**
   * The issuer is asked; whoever does so has written down what for.
   *
   * @param found what seems odd about the numbers that were typed in
   */
  public void ask(List<Warning> found) {
    if (!isIssuable()) {
      throw new IllegalStateException("its Fapiao exist");
    }
    forgetIssuing();
    warnings.removeIf(warning -> warning.field().startsWith(NUMBERS));
    warnings.addAll(found);
    status = ApplicationStatus.ISSUING;
  }

  /** Its Fapiao exist. */
  public Optional<ApplicationEvent> issued(List<IssuedNumber> numbers) {
    Action.RECORD_ISSUED.demand(status);
    forgetIssuing();
    return move(
        ApplicationStatus.ISSUED,
        new ApplicationEvent.Issued(id, accountId, orderNumbers(), Amount.of(amount()), numbers));
  }

  /** The issuer refused: a clerk has to correct it, and reads why. */
  public void issueRefused(String reason) {
    Action.RECORD_REFUSED.demand(status);
    forgetIssuing();
    warnings.add(Warning.of("issue-refused", ISSUING, reason));
    status = ApplicationStatus.IN_PROCESS;
  }

  /** The issuer could not say whether it issued. */
  public void issueUnknown() {
    Action.RECORD_UNKNOWN.demand(status);
    status = ApplicationStatus.ISSUE_UNKNOWN;
  }

  /** Nobody has known for long, since the issuer was asked. */
  public void tellStaffOfUnknownIssue(Instant askedAt) {
    forgetIssuing();
    warnings.add(Warning.of("issue-unknown", ISSUING, askedAt.toString()));
  }

  /** All its Fapiao are void or taken back: nothing of it is to be delivered any more. */
  public void reversed() {
    reversed = true;
  }

  /** Refuses (409) to deliver what is void or taken back. */
  void demandValid() {
    if (reversed) {
      throw Problem.FAPIAO_REVERSED.with().state(status);
    }
  }

  /** A courier has it. */
  public Optional<ApplicationEvent> mailOut(
      Shipment parcel, String trackingUrl, List<Warning> found) {
    if (!Action.MAIL_OUT.isDue(status)) {
      return Optional.empty();
    }
    shipment = parcel;
    warnings.addAll(found);
    return move(
        ApplicationStatus.MAILED_OUT,
        new ApplicationEvent.MailedOut(
            id,
            accountId,
            orderNumbers(),
            parcel.carrier(),
            parcel.waybill(),
            trackingUrl,
            parcel.mailedOutAt()));
  }

  /** It waits at the branch, until the end of a day. */
  public Optional<ApplicationEvent> makeReady(String branch, LocalDate until) {
    if (!Action.MAKE_READY.isDue(status)) {
      return Optional.empty();
    }
    pickupUntil = until;
    pickupReminded = false;
    return move(
        ApplicationStatus.READY_FOR_PICKUP,
        new ApplicationEvent.ReadyForPickup(id, accountId, orderNumbers(), branch, until));
  }

  /** Its last day is near, and nobody has come for it; said once. */
  public Optional<ApplicationEvent> remind(String branch) {
    Action.REMIND.demand(status);
    if (pickupReminded || pickupUntil == null) {
      return Optional.empty();
    }
    pickupReminded = true;
    return Optional.of(
        new ApplicationEvent.PickupReminded(id, accountId, orderNumbers(), branch, pickupUntil));
  }

  /** Its last day is over, and nobody has come for it: the service centre has it back. */
  public Optional<ApplicationEvent> lapse(String branch) {
    if (!Action.LAPSE.isDue(status) || pickupUntil == null) {
      return Optional.empty();
    }
    return move(
        ApplicationStatus.RETURNED,
        new ApplicationEvent.PickupLapsed(id, accountId, orderNumbers(), branch, pickupUntil));
  }

  /** Handed over at the branch. */
  public Optional<ApplicationEvent> handOver(Instant now) {
    return Action.HAND_OVER.isDue(status)
        ? move(
            ApplicationStatus.COMPLETED,
            new ApplicationEvent.Delivered(
                id, accountId, orderNumbers(), DeliveryOutcome.DELIVERED, now))
        : Optional.empty();
  }

  /** What became of the parcel. */
  public Optional<ApplicationEvent> recordOutcome(DeliveryOutcome outcome, Instant now) {
    Action action =
        switch (outcome) {
          case DELIVERED -> Action.RECORD_DELIVERED;
          case RETURNED -> Action.RECORD_RETURNED;
          case LOST -> Action.RECORD_LOST;
        };
    ApplicationStatus next =
        switch (outcome) {
          case DELIVERED -> ApplicationStatus.COMPLETED;
          case RETURNED -> ApplicationStatus.RETURNED;
          case LOST -> ApplicationStatus.LOST;
        };
    return action.isDue(status)
        ? move(next, new ApplicationEvent.Delivered(id, accountId, orderNumbers(), outcome, now))
        : Optional.empty();
  }

  /**
   * Where it went, and what of the buyer the law does not want printed, are not known any more; it
   * has ended, and who confirmed it has erased their account.
   */
  public void forgetRecipient(UnaryOperator<String> pseudonym) {
    if (recipientForgotten) {
      return;
    }
    recipientForgotten = true;
    delivery = delivery.forgotten(pseudonym);
    warnings.removeIf(warning -> warning.field().startsWith("delivery."));
    if (type == FapiaoType.ORDINARY) {
      buyer = buyer.withoutContact();
    }
  }

  /** The buyer is not known any more: no Fapiao names them, or not for as long as the law asks. */
  public void forgetBuyer(UnaryOperator<String> pseudonym) {
    if (buyerForgotten) {
      return;
    }
    buyerForgotten = true;
    buyer = buyer.forgotten(pseudonym);
    evidence = null;
    warnings.clear();
  }

  /** Somebody works on it until then; they may prolong it. */
  public void claim(String staff, Instant now, Instant until) {
    demandUnclaimed(staff, now);
    claim = new WorkClaim(staff, until);
  }

  /** Nobody works on it any more. */
  public void release() {
    claim = null;
  }

  /** Refuses (409) while somebody else works on it. */
  public void demandUnclaimed(String staff, Instant now) {
    if (claim != null && claim.isOfAnother(staff, now)) {
      throw Problem.APPLICATION_CLAIMED.with(claim.until());
    }
  }

  private void forgetIssuing() {
    warnings.removeIf(warning -> warning.field().equals(ISSUING));
  }

  private Optional<ApplicationEvent> move(ApplicationStatus next, ApplicationEvent event) {
    status = next;
    return Optional.of(event);
  }

  private void take(Draft draft) {
    type = draft.type();
    medium = draft.medium();
    purpose = draft.purpose();
    buyer = draft.buyer();
    delivery = draft.delivery();
    items.clear();
    items.addAll(draft.items());
    total = draft.total();
    evidence = draft.evidence();
    warnings = new ArrayList<>(draft.warnings());
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

  public String customerId() {
    return customerId;
  }

  public ApplicationStatus status() {
    return status;
  }

  public FapiaoType type() {
    return type;
  }

  public Medium medium() {
    return medium;
  }

  /** Type and medium. */
  public FapiaoKind kind() {
    return new FapiaoKind(type, medium);
  }

  public Purpose purpose() {
    return purpose;
  }

  public Buyer buyer() {
    return buyer;
  }

  public Delivery delivery() {
    return delivery;
  }

  public @Nullable PayerEvidence evidence() {
    return evidence;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Instant submittedAt() {
    return submittedAt;
  }

  /** By when it is promised to be issued; null for a draft, and while it waits for stock. */
  public @Nullable Instant dueAt() {
    return status == ApplicationStatus.WAITING_FOR_STOCK ? null : promise.dueAt();
  }

  /** Its place in the queue: when it is due, or was before it had to wait. */
  public @Nullable Instant queuedAt() {
    return promise.dueAt();
  }

  /** What its promise counts from: the confirmation, or when stock came. */
  public @Nullable Instant promisedFrom() {
    return promise.from();
  }

  /** When there will be something to issue it with; null unless it waits and that is known. */
  public @Nullable Instant expectedIssueAt() {
    return status == ApplicationStatus.WAITING_FOR_STOCK ? expectedIssueAt : null;
  }

  public boolean provisional() {
    return promise.provisional();
  }

  /** The Fapiao that is reversed and in whose place its own are issued; null for most. */
  public @Nullable UUID reissueOf() {
    return reissueOf;
  }

  public @Nullable Shipment shipment() {
    return shipment;
  }

  public @Nullable LocalDate pickupUntil() {
    return pickupUntil;
  }

  /** Who works on it; null when nobody does. */
  public @Nullable WorkClaim claim(Instant now) {
    return claim != null && claim.until().isAfter(now) ? claim : null;
  }

  public List<ApplicationItem> items() {
    return List.copyOf(items);
  }

  /** All warnings, for staff. */
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Those that are of use to the customer, who cannot mend what concerns the issuing. */
  public List<Warning> customersWarnings() {
    return warnings.stream()
        .filter(warning -> !warning.field().equals(ISSUING))
        .filter(warning -> !warning.field().startsWith(NUMBERS))
        .toList();
  }

  /** Net amount and tax. */
  public TaxSplit total() {
    return total;
  }

  /** The amount including tax. */
  public Money amount() {
    return total.gross();
  }

  /** What is to be printed: an item that a refund took whole has no line. */
  public List<TaxedLine> lines() {
    return items.stream()
        .map(ApplicationItem::line)
        .filter(line -> !line.gross().isZero())
        .toList();
  }

  public List<String> orderNumbers() {
    return items.stream().map(ApplicationItem::orderNumber).toList();
  }

  /** True when the promise is broken and the Fapiao still not issued. */
  public boolean isOverdue(Instant now) {
    Instant dueAt = dueAt();
    return dueAt != null && dueAt.isBefore(now) && ApplicationStatus.PROMISED.contains(status);
  }
}
