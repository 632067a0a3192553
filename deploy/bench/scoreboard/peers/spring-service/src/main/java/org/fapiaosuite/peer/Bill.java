package org.fapiaosuite.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One paid order as something to be invoiced, as the table has it; amounts in fen. */
@Entity
@Table(name = "bill")
class Bill {
  @Id UUID id;
  @Version int version;

  @Column(name = "order_number")
  String orderNumber;

  @Column(name = "customer_id")
  String customerId;

  @Column(name = "payer_name")
  String payerName;

  @Column(name = "payer_digest")
  String payerDigest;

  @Column(name = "payer_forgotten")
  boolean payerForgotten;

  String product;
  int quantity;

  @Column(name = "paid_at")
  Instant paidAt;

  @Column(name = "paid_fen")
  long paid;

  @Column(name = "refunded_fen")
  long refunded;

  @Column(name = "reserved_fen")
  long reserved;

  @Column(name = "invoiced_fen")
  long invoiced;

  @Column(name = "deficit_fen")
  long deficit;

  @Column(name = "reversed_fen")
  long reversed;

  @Column(name = "invoiceable_from")
  Instant invoiceableFrom;

  boolean synchronised;
  String block;
  String status;

  @Column(name = "application_id")
  UUID applicationId;

  protected Bill() {}

  long invoiceable() {
    return Math.max(0, paid - refunded - reserved - invoiced);
  }

  /** The status as the customer sees it, the settlement window included. */
  String statusAt(Instant now) {
    return isWaiting(now) ? "SYNCHRONISING" : status;
  }

  /** Why nothing can be applied for; null when something can. */
  String blockReasonAt(Instant now) {
    return switch (status) {
      case "INVOICEABLE" -> isWaiting(now) ? "SETTLEMENT_WINDOW" : null;
      case "SYNCHRONISING" -> "SETTLEMENT_WINDOW";
      case "APPLIED", "ISSUED" -> "ALREADY_APPLIED";
      default -> block != null ? block : refunded == 0 ? "BELOW_MINIMUM" : "REFUNDED";
    };
  }

  private boolean isWaiting(Instant now) {
    return status.equals("INVOICEABLE") && invoiceableFrom != null && invoiceableFrom.isAfter(now);
  }
}
