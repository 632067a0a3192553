package org.fapiaosuite.fapiao.bill;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a bill that is applied for as one. A bill starts with one share; applying for a part of
 * it divides the share, and the rest is kept for the same title (one bill, one title) unless a lead
 * split the bill.
 */
@Entity
@Table(name = "bill_share")
class BillShare {

  @Id private UUID id;

  @ManyToOne
  @JoinColumn(name = "bill_id")
  private Bill bill;

  @Column(name = "amount_fen")
  private Money amount;

  @Column(name = "title_key")
  private @Nullable String titleKey;

  @Column(name = "by_lead")
  private boolean byLead;

  @OneToMany(mappedBy = "share", cascade = CascadeType.ALL)
  private List<ShareHold> holds = new ArrayList<>();

  protected BillShare() {}

  BillShare(UUID id, Bill bill, Money amount, @Nullable String titleKey, boolean byLead) {
    this.id = id;
    this.bill = bill;
    this.amount = amount;
    this.titleKey = titleKey;
    this.byLead = byLead;
  }

  Money amount() {
    return amount;
  }

  boolean byLead() {
    return byLead;
  }

  Optional<ShareHold> liveHold() {
    return holds.stream().filter(ShareHold::isLive).findFirst();
  }

  boolean isFree() {
    return !amount.isZero() && liveHold().isEmpty();
  }

  boolean isFreeFor(String title) {
    return isFree() && (titleKey == null || titleKey.equals(title));
  }

  void hold(UUID holdId, UUID applicationId) {
    if (!isFree()) {
      throw new IllegalStateException("the share is held");
    }
    holds.add(new ShareHold(holdId, this, applicationId, amount));
  }

  /** Keeps only the given part; the rest becomes a share of its own for the same title. */
  BillShare divide(UUID restId, Money kept, String title) {
    BillShare rest = new BillShare(restId, bill, amount.minus(kept), title, byLead);
    amount = kept;
    titleKey = title;
    return rest;
  }

  /** A part of it that is free again becomes a share of its own, for the same title. */
  BillShare separate(UUID restId, Money part, String title) {
    return new BillShare(restId, bill, part, titleKey == null ? title : titleKey, byLead);
  }

  /** One that is bound to a title is bound to another one now. */
  void rebind(String title) {
    if (titleKey != null) {
      titleKey = title;
    }
  }

  void bind(@Nullable String title) {
    titleKey = title;
  }

  void shrink(Money by) {
    amount = amount.minus(by);
  }

  /** Takes over what another free share holds; the other one is spent. */
  void absorb(BillShare other) {
    amount = amount.plus(other.amount);
    other.amount = Money.ZERO;
  }

  boolean hasSameTitleAs(BillShare other) {
    return titleKey != null && titleKey.equals(other.titleKey);
  }
}
