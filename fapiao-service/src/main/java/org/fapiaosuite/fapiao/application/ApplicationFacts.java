package org.fapiaosuite.fapiao.application;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.Money;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is stored of an application, and how it is read; {@link Application} has the verbs. */
@MappedSuperclass
public abstract class ApplicationFacts {

  @Id UUID id;
  @Version int version;

  /** Who drafted it; from the confirmation on, who confirmed it. */
  @Column(name = "account_id")
  String accountId;

  @Column(name = "customer_id")
  String customerId;

  @Enumerated(EnumType.STRING)
  ApplicationStatus status;

  @Enumerated(EnumType.STRING)
  FapiaoType type;

  @Enumerated(EnumType.STRING)
  Medium medium;

  @Enumerated(EnumType.STRING)
  Purpose purpose;

  @Embedded Buyer buyer;
  @Embedded Delivery delivery;

  @ElementCollection
  @CollectionTable(name = "application_item", joinColumns = @JoinColumn(name = "application_id"))
  @OrderColumn(name = "position")
  List<ApplicationItem> items = new ArrayList<>();

  @Column(name = "net_fen")
  Money net;

  @Column(name = "tax_fen")
  Money tax;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Warning> warnings = new ArrayList<>();

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable PayerEvidence evidence;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "submitted_at")
  @Nullable Instant submittedAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  boolean provisional;

  @Column(name = "calendar_revision")
  long calendarRevision;

  @Embedded @Nullable Shipment shipment;

  @Column(name = "pickup_until")
  @Nullable LocalDate pickupUntil;

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

  public @Nullable Instant dueAt() {
    return dueAt;
  }

  public boolean provisional() {
    return provisional;
  }

  public @Nullable Shipment shipment() {
    return shipment;
  }

  public @Nullable LocalDate pickupUntil() {
    return pickupUntil;
  }

  public List<ApplicationItem> items() {
    return List.copyOf(items);
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Net amount and tax. */
  public TaxSplit total() {
    return new TaxSplit(net, tax);
  }

  /** The amount including tax. */
  public Money amount() {
    return total().gross();
  }

  public List<String> orderNumbers() {
    return items.stream().map(ApplicationItem::orderNumber).toList();
  }

  /** True when the promise is broken and the Fapiao still not issued. */
  public boolean isOverdue(Instant now) {
    return dueAt != null && dueAt.isBefore(now) && ApplicationStatus.PROMISED.contains(status);
  }
}
