package org.fapiaosuite.fapiao.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.IssuedNumber;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.jspecify.annotations.Nullable;

/** An issued Fapiao. Its number is never ours: the tax administration gives it. */
@Entity
@Table(name = "fapiao")
public class Fapiao {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "position")
  private int position;

  @Enumerated(EnumType.STRING)
  private FapiaoType type;

  @Enumerated(EnumType.STRING)
  private Medium medium;

  @Enumerated(EnumType.STRING)
  @Column(name = "number_scheme")
  private NumberScheme numberScheme;

  private @Nullable String code;
  private String number;

  @Column(name = "unique_number")
  private String uniqueNumber;

  @Embedded private TaxSplit total;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Enumerated(EnumType.STRING)
  private FapiaoStatus status;

  protected Fapiao() {}

  /** A Fapiao of an order to issue, as the issuer made it. */
  public Fapiao(UUID id, IssueOrder order, int position, IssuedFapiao issued, Instant now) {
    this.id = id;
    this.applicationId = order.applicationId();
    this.customerId = order.customerId();
    this.position = position;
    this.type = order.type();
    this.medium = order.medium();
    this.numberScheme = issued.number().scheme();
    this.code = issued.number().code();
    this.number = issued.number().number();
    this.uniqueNumber = issued.number().unique();
    this.total = issued.total();
    this.issuedOn = issued.issuedOn();
    this.issuedAt = now;
    this.status = FapiaoStatus.ISSUED;
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public UUID applicationId() {
    return applicationId;
  }

  public FapiaoType type() {
    return type;
  }

  public Medium medium() {
    return medium;
  }

  public LegalNumber legalNumber() {
    return new LegalNumber(numberScheme, code, number);
  }

  /** Its number as the stock knows it. */
  PrintedNumber printed() {
    return new PrintedNumber(code, number);
  }

  /** What is told of it. */
  public IssuedNumber told() {
    return new IssuedNumber(id, numberScheme, code, number, issuedOn);
  }

  public TaxSplit total() {
    return total;
  }

  /** The day printed on it, a Chinese date. */
  public LocalDate issuedOn() {
    return issuedOn;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public FapiaoStatus status() {
    return status;
  }
}
