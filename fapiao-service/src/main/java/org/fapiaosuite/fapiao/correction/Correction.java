package org.fapiaosuite.fapiao.correction;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.kind.NumberScheme;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A void or a red letter on its way: prepared by one, approved by another, recorded once it was
 * done at the tax bureau. At most one of a Fapiao is open.
 */
@Entity
@Table(name = "correction")
public class Correction {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "fapiao_id")
  private UUID fapiaoId;

  @Embedded private CorrectionPlan plan;

  @Enumerated(EnumType.STRING)
  private CorrectionStatus status;

  @Embedded private @Nullable CorrectionForm form;

  @Enumerated(EnumType.STRING)
  @Column(name = "number_scheme")
  private @Nullable NumberScheme numberScheme;

  private @Nullable String code;
  private @Nullable String number;

  @Column(name = "acted_on")
  private @Nullable LocalDate actedOn;

  @Column(name = "prepared_by")
  private String preparedBy;

  @Column(name = "prepared_at")
  private Instant preparedAt;

  @Column(name = "decided_by")
  private @Nullable String decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  private @Nullable String refusal;

  @Column(name = "recorded_by")
  private @Nullable String recordedBy;

  @Column(name = "recorded_at")
  private @Nullable Instant recordedAt;

  @Column(name = "red_letter_id")
  private @Nullable UUID redLetterId;

  /** How much of which bill it took back. */
  @ElementCollection
  @CollectionTable(name = "correction_item", joinColumns = @JoinColumn(name = "correction_id"))
  @MapKeyColumn(name = "bill_id")
  @Column(name = "amount_fen")
  private Map<UUID, Money> items = new HashMap<>();

  protected Correction() {}

  Correction(
      UUID id,
      UUID fapiaoId,
      CorrectionPlan plan,
      @Nullable CorrectionForm form,
      @Nullable ActAtBureau act,
      String by,
      Instant now) {
    this.id = id;
    this.fapiaoId = fapiaoId;
    this.plan = plan;
    this.form = form;
    this.status = CorrectionStatus.PREPARED;
    this.preparedBy = by;
    this.preparedAt = now;
    if (act != null) {
      take(act);
    }
  }

  /** True when the same is meant with the same form, however far that is. */
  boolean isOf(CorrectionPlan other, @Nullable CorrectionForm otherForm) {
    return plan.equals(other)
        && (form == null || otherForm == null || form.number().equals(otherForm.number()));
  }

  /** The form is farther than before, or there is one now. */
  void take(CorrectionForm other, Instant now, FormKind kind) {
    demand(isOpen());
    form = form == null ? other : form.in(other.state());
    if (form.hasEnded(now, kind)) {
      lapse();
    }
  }

  /** Its form came to nothing. */
  void lapse() {
    demand(isOpen());
    status = CorrectionStatus.LAPSED;
  }

  void approve(String by, Instant now) {
    demand(status == CorrectionStatus.PREPARED && !by.equals(preparedBy));
    decidedBy = by;
    decidedAt = now;
    status = CorrectionStatus.APPROVED;
  }

  void refuse(String by, String why, Instant now) {
    demand(isOpen());
    decidedBy = by;
    decidedAt = now;
    refusal = why;
    status = CorrectionStatus.REFUSED;
  }

  /**
   * It was done.
   *
   * @param redLetter the new document; null for a void
   */
  void complete(
      ActAtBureau act, @Nullable UUID redLetter, Map<UUID, Money> taken, String by, Instant now) {
    demand(status == CorrectionStatus.APPROVED);
    take(act);
    redLetterId = redLetter;
    items.putAll(taken);
    recordedBy = by;
    recordedAt = now;
    status =
        switch (plan.kind()) {
          case VOID -> CorrectionStatus.VOIDED;
          case RED_LETTER -> CorrectionStatus.RED_LETTERED;
        };
  }

  private void take(ActAtBureau act) {
    actedOn = act.on();
    LegalNumber given = act.number();
    if (given != null) {
      numberScheme = given.scheme();
      code = given.code();
      number = given.number();
    }
  }

  private void demand(boolean allowed) {
    if (!allowed) {
      throw new IllegalStateException("the correction is " + status);
    }
  }

  boolean isOpen() {
    return status == CorrectionStatus.PREPARED || status == CorrectionStatus.APPROVED;
  }

  boolean hasLapsed(Instant now, FormKind kind) {
    return form != null && form.hasEnded(now, kind);
  }

  boolean isPreparedBy(String staff) {
    return preparedBy.equals(staff);
  }

  /** What was done at the bureau; null while that is not known. */
  public @Nullable ActAtBureau act() {
    if (actedOn == null) {
      return null;
    }
    return new ActAtBureau(
        actedOn,
        numberScheme == null
            ? null
            : new LegalNumber(numberScheme, code, Objects.requireNonNull(number)));
  }

  Map<UUID, Money> items() {
    return Map.copyOf(items);
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public UUID fapiaoId() {
    return fapiaoId;
  }

  public CorrectionPlan plan() {
    return plan;
  }

  public CorrectionStatus status() {
    return status;
  }

  public @Nullable CorrectionForm form() {
    return form;
  }

  public String preparedBy() {
    return preparedBy;
  }

  public Instant preparedAt() {
    return preparedAt;
  }

  public @Nullable String decidedBy() {
    return decidedBy;
  }

  public @Nullable Instant decidedAt() {
    return decidedAt;
  }

  public @Nullable String refusal() {
    return refusal;
  }

  public @Nullable String recordedBy() {
    return recordedBy;
  }

  public @Nullable Instant recordedAt() {
    return recordedAt;
  }

  public @Nullable UUID redLetterId() {
    return redLetterId;
  }
}
