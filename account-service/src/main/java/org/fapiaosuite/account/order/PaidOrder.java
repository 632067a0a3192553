package org.fapiaosuite.account.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An order as order.paid told of it. A fact: nothing of it changes but the hash of its code; a
 * payer who erases their account is forgotten.
 */
@Entity
@Table(name = "paid_order")
public class PaidOrder {

  @Id
  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "payer_name")
  private @Nullable String payerName;

  @Column(name = "payer_email")
  private @Nullable String payerEmail;

  @Column(name = "payer_email_key")
  private @Nullable String payerEmailKey;

  @Column(name = "claim_code_hash")
  private @Nullable String claimCodeHash;

  @Column(name = "paid_at")
  private Instant paidAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected PaidOrder() {}

  PaidOrder(
      String orderNumber,
      String customerId,
      @Nullable String payerName,
      @Nullable EmailAddress payer,
      Instant paidAt) {
    this.orderNumber = orderNumber;
    this.customerId = customerId;
    this.payerName = payerName;
    this.payerEmail = payer == null ? null : payer.text();
    this.payerEmailKey = payer == null ? null : payer.key();
    this.paidAt = paidAt;
  }

  public String orderNumber() {
    return orderNumber;
  }

  /** {@code <platform>:<customerId>}. */
  public String customerId() {
    return customerId;
  }

  /** Who paid, as the platform told it; null when it did not, or they are forgotten. */
  public @Nullable String payerName() {
    return payerName;
  }

  /** The payer's mailbox, when the platform told one that mail can be sent to. */
  public Optional<EmailAddress> payer() {
    return Optional.ofNullable(payerEmail).map(EmailAddress::new);
  }

  /** Whether this mailbox paid. */
  public boolean wasPaidBy(EmailAddress email) {
    return email.key().equals(payerEmailKey);
  }

  /** Whether this is the hash of the code that the order's confirmation mail carried. */
  public boolean isClaimCode(@Nullable String hash) {
    return hash != null && hash.equals(claimCodeHash);
  }
}
