package org.fapiaosuite.fapiao.bill;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One paid order as something to be invoiced. Guards its money: what is reserved and invoiced never
 * exceeds what was paid and not refunded, but for the deficit that a refund leaves behind when the
 * Fapiao exists already.
 */
@Entity
@Table(name = "bill")
public class Bill implements BillingRecord {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "payer_name")
  private String payerName;

  @Column(name = "payer_digest")
  private @Nullable String payerDigest;

  @Column(name = "payer_forgotten")
  private boolean payerForgotten;

  private String product;
  private int quantity;

  @Column(name = "paid_at")
  private Instant paidAt;

  @Column(name = "paid_fen")
  private Money paid;

  @Column(name = "refunded_fen")
  private Money refunded = Money.ZERO;

  @Column(name = "reserved_fen")
  private Money reserved = Money.ZERO;

  @Column(name = "invoiced_fen")
  private Money invoiced = Money.ZERO;

  @Column(name = "deficit_fen")
  private Money deficit = Money.ZERO;

  /** All that was invoiced once and is reversed. */
  @Column(name = "reversed_fen")
  private Money reversed = Money.ZERO;

  @Column(name = "invoiceable_from")
  private @Nullable Instant invoiceableFrom;

  private boolean synchronised;

  @Enumerated(EnumType.STRING)
  private @Nullable BlockReason block;

  @Enumerated(EnumType.STRING)
  private BillStatus status;

  @Column(name = "application_id")
  private @Nullable UUID applicationId;

  @OneToMany(mappedBy = "bill", cascade = CascadeType.ALL)
  private List<BillShare> shares = new ArrayList<>();

  protected Bill() {}

  private Bill(UUID id, PaidOrder order) {
    this.id = id;
    this.orderNumber = order.orderNumber();
    this.customerId = order.customerId();
    this.payerName = order.payerName();
    this.payerDigest = order.payerDigest();
    this.product = order.product();
    this.quantity = order.quantity();
    this.paidAt = order.paidAt();
    this.paid = order.amount();
    this.invoiceableFrom = order.invoiceableFrom();
    this.status = BillStatus.SYNCHRONISING;
  }

  /** A bill for an order that was just paid; its record is not synchronised yet. */
  public static Bill of(UUID id, UUID shareId, PaidOrder order) {
    Bill bill = new Bill(id, order);
    bill.shares.add(new BillShare(shareId, bill, bill.paid, null, false));
    bill.settle();
    return bill;
  }

  /** The order's record is synchronised and agrees with the platform's statement. */
  public void synchronise(Instant from) {
    synchronised = true;
    invoiceableFrom = from;
    block = null;
    settle();
  }

  /** Nothing of the bill may be applied for until {@link #synchronise} lifts it. */
  public void hold(BlockReason reason) {
    block = reason;
    if (reason == BlockReason.NOT_RECONCILED) {
      invoiceableFrom = null;
    }
    settle();
  }

  /**
   * Takes note of everything refunded so far; an older, smaller total changes nothing. What nobody
   * holds goes first, the rest is a deficit until {@link #shrink} takes it from an application.
   */
  public void refund(Money total) {
    Money more = total.smaller(paid).minusOrZero(refunded);
    refunded = refunded.plus(more);
    deficit = deficit.plus(shares().takeFree(more));
    settle();
  }

  /** What can be applied for under a title, by whoever asks now. */
  public Money availableFor(String titleKey) {
    return shares().availableFor(titleKey).smaller(invoiceable());
  }

  /**
   * Reserves an amount for an application; of the last share only the part that is needed, which
   * binds the rest to the title.
   *
   * @throws IllegalArgumentException when less than that is available under the title
   */
  public void reserve(UUID application, Money amount, String titleKey, Supplier<UUID> ids) {
    if (amount.isZero() || amount.isMoreThan(availableFor(titleKey))) {
      throw new IllegalArgumentException("not available");
    }
    shares().hold(application, amount, titleKey, ids);
    reserved = reserved.plus(amount);
    applicationId = application;
    settle();
  }

  /** Gives back what an application reserved but was not invoiced. */
  public void release(UUID application) {
    reserved = reserved.minus(shares().release(application));
    latestHolder();
    settle();
  }

  private void latestHolder() {
    List<UUID> left = holders();
    applicationId = left.isEmpty() ? null : left.get(left.size() - 1);
  }

  /** The Fapiao of an application exists: what it reserved is invoiced. */
  public void invoice(UUID application) {
    Money held = shares().heldBy(application);
    reserved = reserved.minus(held);
    invoiced = invoiced.plus(held);
    settle();
  }

  /**
   * A Fapiao of an application is reversed: what a refund left uncovered is settled first, the rest
   * can be applied for again, by whoever comes first.
   *
   * @param titleKey the title it was issued under, which binds the rest while some of the bill is
   *     still held
   */
  public void reverse(UUID application, Money amount, String titleKey, Supplier<UUID> ids) {
    Money uncovered = amount.smaller(deficit);
    shares().giveBack(application, uncovered, amount.minus(uncovered), titleKey, ids);
    invoiced = invoiced.minus(amount);
    reversed = reversed.plus(amount);
    deficit = deficit.minus(uncovered);
    latestHolder();
    settle();
  }

  /**
   * Reserves for an application that replaces a reversed one, whatever title its shares were bound
   * to: those of the former title first.
   *
   * @throws IllegalArgumentException when less than that is left
   */
  public void reserveAgain(
      UUID application, Money amount, String formerTitle, String titleKey, Supplier<UUID> ids) {
    if (amount.isZero() || amount.isMoreThan(invoiceable())) {
      throw new IllegalArgumentException("not available");
    }
    shares().holdAgain(application, amount, formerTitle, titleKey, ids);
    reserved = reserved.plus(amount);
    applicationId = application;
    settle();
  }

  /** Takes from an application what a refund left uncovered; returns how much that was. */
  public Money shrink(UUID application) {
    Money taken = shares().takeHeld(application, deficit);
    reserved = reserved.minus(taken);
    deficit = deficit.minus(taken);
    settle();
    return taken;
  }

  /**
   * A lead divides what nobody holds: each part becomes a share that is kept for its title.
   *
   * @throws IllegalArgumentException when the parts are not all that is left to be invoiced
   */
  public void split(List<TitledAmount> parts, Supplier<UUID> ids) {
    if (!Money.sum(parts.stream().map(TitledAmount::amount).toList()).equals(invoiceable())) {
      throw new IllegalArgumentException("the parts are not what is left");
    }
    shares().split(this, parts, ids);
    settle();
  }

  /** Applications that hold something of this bill. */
  public List<UUID> holders() {
    return shares().holders();
  }

  @Override
  public Money invoiceable() {
    return paid.minus(refunded).minusOrZero(reserved.plus(invoiced));
  }

  private void settle() {
    status = settled();
  }

  private BillStatus settled() {
    if (invoiceable().isZero()) {
      if (!reserved.isZero()) {
        return BillStatus.APPLIED;
      }
      return invoiced.isZero() ? BillStatus.BLOCKED : BillStatus.ISSUED;
    }
    if (block != null) {
      return BillStatus.BLOCKED;
    }
    return synchronised ? BillStatus.INVOICEABLE : BillStatus.SYNCHRONISING;
  }

  private Shares shares() {
    return new Shares(shares);
  }

  @Override
  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  @Override
  public String orderNumber() {
    return orderNumber;
  }

  public String customerId() {
    return customerId;
  }

  @Override
  public String payerName() {
    return payerName;
  }

  /** Whether the payer erased their account and is not known any more. */
  public boolean isPayerForgotten() {
    return payerForgotten;
  }

  /** Replaces what is known of a payer who erased their account. */
  public void forgetPayer(UnaryOperator<String> pseudonym) {
    if (!payerForgotten) {
      payerName = pseudonym.apply(payerName);
      payerDigest = null;
      payerForgotten = true;
    }
  }

  @Override
  public String product() {
    return product;
  }

  @Override
  public int quantity() {
    return quantity;
  }

  @Override
  public Instant paidAt() {
    return paidAt;
  }

  @Override
  public Money paid() {
    return paid;
  }

  @Override
  public Money refunded() {
    return refunded;
  }

  /** What is on valid Fapiao. */
  public Money invoiced() {
    return invoiced;
  }

  /** What was on Fapiao that are reversed. */
  public Money reversed() {
    return reversed;
  }

  @Override
  public Money deficit() {
    return deficit;
  }

  @Override
  public @Nullable BlockReason block() {
    return block;
  }

  @Override
  public @Nullable Instant invoiceableFrom() {
    return invoiceableFrom;
  }

  @Override
  public BillStatus status() {
    return status;
  }

  @Override
  public @Nullable UUID applicationId() {
    return applicationId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bill bill && Objects.equals(id, bill.id);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }
}
