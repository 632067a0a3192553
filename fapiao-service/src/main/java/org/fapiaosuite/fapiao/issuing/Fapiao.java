package org.fapiaosuite.fapiao.issuing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fapiaosuite.fapiao.application.events.IssuedNumber;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.stock.PrintedNumber;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.kernel.Money;
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

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private FapiaoColour colour = FapiaoColour.BLUE;

  /** The blue one that a red letter takes back. */
  private @Nullable UUID reverses;

  /** The application whose Fapiao take its place. */
  @Column(name = "replaced_by")
  private @Nullable UUID replacedBy;

  @Embedded
  @AttributeOverride(name = "net", column = @Column(name = "reversed_net_fen"))
  @AttributeOverride(name = "tax", column = @Column(name = "reversed_tax_fen"))
  private TaxSplit reversed = TaxSplit.NOTHING;

  @Embedded private ReturnedCopies copies = ReturnedCopies.NONE;

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

  /** Notes what came back of it; false when that is known already. */
  public boolean checkIn(ReturnedCopies more) {
    demandValid();
    if (copies.addsNothing(more)) {
      return false;
    }
    copies = copies.and(more);
    status = FapiaoStatus.RETURNING;
    return true;
  }

  /** It is void (作废): all of it, on paper only, in the month of its issue. */
  public void declareVoid() {
    demandValid();
    if (!reversed.gross().isZero()) {
      throw new IllegalStateException("some of it is reversed");
    }
    reversed = total;
    status = FapiaoStatus.VOIDED;
  }

  /**
   * A red letter takes back some of it; what is left stays valid.
   *
   * @param at its place among the Fapiao of the application
   * @param part of {@link #part}
   */
  public Fapiao redLetter(
      UUID redId, int at, LegalNumber redNumber, LocalDate on, TaxSplit part, Instant now) {
    demandValid();
    Fapiao red = new Fapiao();
    red.id = redId;
    red.applicationId = applicationId;
    red.customerId = customerId;
    red.position = at;
    red.type = type;
    red.medium = medium;
    red.numberScheme = redNumber.scheme();
    red.code = redNumber.code();
    red.number = redNumber.number();
    red.uniqueNumber = redNumber.unique();
    red.total = part;
    red.issuedOn = on;
    red.issuedAt = now;
    red.status = FapiaoStatus.ISSUED;
    red.colour = FapiaoColour.RED;
    red.reverses = id;
    reversed = reversed.plus(part);
    status = isReversed() ? FapiaoStatus.RED_LETTERED : FapiaoStatus.ISSUED;
    return red;
  }

  /**
   * Net and tax of an amount to be reversed, in the proportion of the whole; what is left exactly
   * when all of that is meant.
   *
   * @throws IllegalArgumentException when that is more than is left
   */
  public TaxSplit part(Money gross) {
    TaxSplit left = left();
    if (gross.isMoreThan(left.gross())) {
      throw new IllegalArgumentException("more than is left");
    }
    Money tax =
        Money.ofFen(
                BigDecimal.valueOf(total.tax().fen())
                    .multiply(BigDecimal.valueOf(gross.fen()))
                    .divide(BigDecimal.valueOf(total.gross().fen()), 0, RoundingMode.HALF_UP)
                    .longValueExact())
            .smaller(left.tax())
            .smaller(gross);
    Money net = gross.minus(tax).smaller(left.net());
    return new TaxSplit(net, gross.minus(net));
  }

  /** Another application's Fapiao take its place. */
  public void replaceBy(UUID application) {
    if (!isReversed() || replacedBy != null) {
      throw new IllegalStateException("not to be replaced");
    }
    replacedBy = application;
  }

  private void demandValid() {
    if (colour == FapiaoColour.RED || isReversed()) {
      throw new IllegalStateException("nothing of it is left: " + status);
    }
  }

  /** True when nothing of it is left. */
  public boolean isReversed() {
    return reversed.gross().equals(total.gross());
  }

  /** What is not reversed. */
  public TaxSplit left() {
    return new TaxSplit(total.net().minus(reversed.net()), total.tax().minus(reversed.tax()));
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

  /** Where it stands among the Fapiao of its application. */
  public int position() {
    return position;
  }

  public FapiaoType type() {
    return type;
  }

  /** Type and medium. */
  public FapiaoKind kind() {
    return new FapiaoKind(type, medium);
  }

  public Medium medium() {
    return medium;
  }

  public LegalNumber legalNumber() {
    return new LegalNumber(numberScheme, code, number);
  }

  /** Its number as the stock knows it. */
  public PrintedNumber printed() {
    return new PrintedNumber(code, number);
  }

  /** What is told of it. */
  public IssuedNumber told() {
    return new IssuedNumber(id, numberScheme, code, number, issuedOn, Amount.of(total.gross()));
  }

  /** Net and tax, above zero for a red letter as well. */
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

  public FapiaoColour colour() {
    return colour;
  }

  public @Nullable UUID reverses() {
    return reverses;
  }

  public @Nullable UUID replacedBy() {
    return replacedBy;
  }

  public TaxSplit reversed() {
    return reversed;
  }

  public ReturnedCopies copies() {
    return copies;
  }
}
