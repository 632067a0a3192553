package org.fapiaosuite.ordersync.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fapiaosuite.ordersync.fact.DetailFlaw;
import org.fapiaosuite.ordersync.fact.Fact;
import org.fapiaosuite.ordersync.fact.FactSource;
import org.fapiaosuite.ordersync.fact.OrderDetails;
import org.fapiaosuite.ordersync.money.Amount;
import org.fapiaosuite.ordersync.order.events.OrderEvent;
import org.fapiaosuite.ordersync.order.events.OrderHeld;
import org.fapiaosuite.ordersync.order.events.OrderInvoiceable;
import org.fapiaosuite.ordersync.order.events.OrderPaid;
import org.fapiaosuite.ordersync.order.events.OrderRefunded;
import org.fapiaosuite.ordersync.window.HoldReason;
import org.fapiaosuite.ordersync.window.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * An order and its money. It is opened by the intake (a first payment, told of in the same
 * statement) or empty by the review; from then on it changes only in {@link #review}, which holds
 * it against everything that was said and returns what the others must hear.
 */
@Entity
@Table(name = "orders")
public class Order {
  @Id private String id;
  private String platform;
  private String orderNumber;
  private boolean owner;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Enumerated(EnumType.STRING)
  private @Nullable HoldReason holdReason;

  @Enumerated(EnumType.STRING)
  private FactSource source;

  private @Nullable String transactionId;
  private @Nullable String customerId;
  private @Nullable String payerName;

  private @Nullable String payerEmail;

  private @Nullable String product;
  private @Nullable Integer quantity;
  private long paid;
  private long refunded;
  private String currency;
  private @Nullable Instant paidAt;
  private @Nullable LocalDate matchedOn;
  private boolean unreconciled;
  private @Nullable Instant invoiceableFrom;

  @SuppressWarnings("UnusedVariable") // read by the queue's SQL
  private @Nullable Instant nextCheckAt;

  private boolean announced;
  private Instant firstSeenAt;
  @Version private int version;

  @ElementCollection
  @CollectionTable(name = "refund", joinColumns = @JoinColumn(name = "order_id"))
  private List<Refund> refunds = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // for Hibernate
  Order() {}

  /**
   * Holds the order against all that was said and all that time has done.
   *
   * @return what happened by it, in order
   */
  List<OrderEvent> review(Position position, Settlement settlement, Instant now) {
    List<OrderEvent> events = new ArrayList<>();
    Fact payment = position.payment();
    nextCheckAt = null;
    if (!owner) {
      hold(HoldReason.ORDER_NUMBER_TAKEN, events);
    } else if (payment == null) {
      withoutPayment(events);
    } else if (!announced && position.obstacle() != null) {
      keep(payment, position.details());
      count(position.refunds());
      hold(position.obstacle(), events);
    } else {
      announce(payment, position.details(), settlement, events);
      boolean fits = apply(position.refunds(), events);
      matchedOn = position.matchedOn();
      HoldReason obstacle = fits ? obstacle(position) : HoldReason.REFUNDED_TOO_MUCH;
      settle(obstacle, position.needsStatement(), settlement, now, events);
    }
    return events;
  }

  /** Of an order that was told of; what describes it was good enough then. */
  private static @Nullable HoldReason obstacle(Position position) {
    return position.obstacle() == HoldReason.DETAILS_MISSING ? null : position.obstacle();
  }

  private void withoutPayment(List<OrderEvent> events) {
    if (announced) {
      // The statement that told of it has been replaced by one that does not.
      hold(HoldReason.NOT_RECONCILED, events);
    } else {
      status = OrderStatus.AWAITING_PAYMENT;
    }
  }

  private void keep(Fact payment, @Nullable OrderDetails details) {
    source = payment.source();
    transactionId = payment.transactionId();
    paid = payment.amount();
    currency = payment.currency();
    paidAt = payment.occurredAt();
    if (details != null) {
      String customer = details.customerId();
      customerId = customer == null ? null : Fact.orderId(platform, customer);
      payerName = details.payerName();
      payerEmail = details.payerEmail();
      product = details.product();
      quantity = details.quantity();
    }
  }

  private void announce(
      Fact payment,
      @Nullable OrderDetails details,
      Settlement settlement,
      List<OrderEvent> events) {
    if (announced || details == null) {
      return;
    }
    keep(payment, details);
    announced = true;
    refunded = 0; // each refund counts again, and is told
    events.add(
        OrderPaid.of(
            platform,
            orderNumber,
            details,
            Amount.of(paid, currency),
            payment.occurredAt(),
            settlement.from()));
  }

  /** What went back of an order that is not told of yet; its refunds will be told with it. */
  private void count(List<Fact> told) {
    refunded = 0;
    told.stream().filter(this::fits).forEach(refund -> refunded += refund.amount());
  }

  private boolean fits(Fact refund) {
    return refund.amount() <= paid - refunded && refund.currency().equals(currency);
  }

  /** Counts each refund once; false when one of them is more than what is left. */
  private boolean apply(List<Fact> told, List<OrderEvent> events) {
    boolean fits = true;
    for (Fact refund : told) {
      if (refunds.stream().anyMatch(known -> known.refundId().equals(refund.reference()))) {
        continue;
      }
      if (!fits(refund)) {
        fits = false;
        continue;
      }
      refunds.add(Refund.of(refund));
      refunded += refund.amount();
      events.add(
          new OrderRefunded(
              orderNumber,
              owner(),
              refund.reference(),
              Amount.of(refund.amount(), currency),
              Amount.of(refunded, currency),
              Amount.of(paid - refunded, currency),
              refund.occurredAt()));
    }
    return fits;
  }

  private void settle(
      @Nullable HoldReason obstacle,
      boolean needsStatement,
      Settlement settlement,
      Instant now,
      List<OrderEvent> events) {
    if (refunded == paid) {
      status = OrderStatus.REFUNDED;
      holdReason = null;
      invoiceableFrom = null;
    } else if (obstacle != null) {
      hold(obstacle, events);
    } else if (now.isBefore(settlement.from())) {
      synchronise(settlement.from(), settlement.from());
    } else if (matchedOn != null) {
      release(false, settlement, events);
    } else if (!needsStatement || settlement.goesWithoutStatement()) {
      release(true, settlement, events);
    } else if (settlement.beingFetched() && status != OrderStatus.HELD) {
      synchronise(settlement.from(), now.plus(settlement.patience()));
    } else {
      hold(HoldReason.NOT_RECONCILED, events);
    }
  }

  private void synchronise(Instant from, Instant check) {
    status = OrderStatus.SYNCHRONISING;
    holdReason = null;
    invoiceableFrom = from;
    nextCheckAt = check;
  }

  private void release(boolean withoutStatement, Settlement settlement, List<OrderEvent> events) {
    boolean turns = status != OrderStatus.INVOICEABLE;
    status = OrderStatus.INVOICEABLE;
    holdReason = null;
    unreconciled = withoutStatement;
    invoiceableFrom = settlement.from();
    if (turns) {
      events.add(new OrderInvoiceable(orderNumber, owner(), settlement.from()));
    }
  }

  private void hold(HoldReason reason, List<OrderEvent> events) {
    boolean news =
        status != OrderStatus.HELD || holdReason == null || holdReason.told() != reason.told();
    status = OrderStatus.HELD;
    holdReason = reason;
    invoiceableFrom = null;
    if (announced && news) {
      events.add(new OrderHeld(orderNumber, owner(), reason.told()));
    }
  }

  /** Whose order it is; known of every order that was announced. */
  private String owner() {
    return Objects.requireNonNull(customerId, "customerId");
  }

  /** {@code <platform>:<orderNumber>}. */
  public String id() {
    return id;
  }

  public String platform() {
    return platform;
  }

  public String orderNumber() {
    return orderNumber;
  }

  public OrderStatus status() {
    return status;
  }

  public @Nullable HoldReason holdReason() {
    return holdReason;
  }

  /** Who told of the payment first. */
  public FactSource source() {
    return source;
  }

  public @Nullable String transactionId() {
    return transactionId;
  }

  /** {@code <platform>:<customerId>}; null while nobody has told. */
  public @Nullable String customerId() {
    return customerId;
  }

  public @Nullable String payerName() {
    return payerName;
  }

  /** In its normal form where it is an address; else as the platform told it. */
  public @Nullable String payerEmail() {
    return payerEmail;
  }

  /** What keeps it from being told of; nothing once it was. */
  public List<DetailFlaw> flaws() {
    return announced || paidAt == null
        ? List.of()
        : new OrderDetails(customerId, payerName, payerEmail, product, quantity).flaws();
  }

  /** Goes up with each change. */
  public int version() {
    return version;
  }

  public @Nullable String product() {
    return product;
  }

  public @Nullable Integer quantity() {
    return quantity;
  }

  public Amount amount() {
    return Amount.of(paid, currency);
  }

  public Amount refundedAmount() {
    return Amount.of(refunded, currency);
  }

  public Amount remaining() {
    return Amount.of(paid - refunded, currency);
  }

  public @Nullable Instant paidAt() {
    return paidAt;
  }

  /** Day of the statement that confirms the payment. */
  public @Nullable LocalDate matchedOn() {
    return matchedOn;
  }

  /** Released by policy although there was no statement. */
  public boolean isUnreconciled() {
    return unreconciled;
  }

  public @Nullable Instant invoiceableFrom() {
    return invoiceableFrom;
  }

  public Instant firstSeenAt() {
    return firstSeenAt;
  }

  public List<Refund> refunds() {
    return List.copyOf(refunds);
  }
}
