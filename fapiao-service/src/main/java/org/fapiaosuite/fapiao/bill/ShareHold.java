package org.fapiaosuite.fapiao.bill;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;

/**
 * An application's claim to a share. It lives until the application is cancelled, rejected or its
 * Fapiao reversed; the database allows one that lives a share.
 */
@Entity
@Table(name = "share_hold")
class ShareHold {

  @Id private UUID id;

  @ManyToOne
  @JoinColumn(name = "share_id")
  private BillShare share;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "amount_fen")
  private Money amount;

  private boolean live;

  protected ShareHold() {}

  ShareHold(UUID id, BillShare share, UUID applicationId, Money amount) {
    this.id = id;
    this.share = share;
    this.applicationId = applicationId;
    this.amount = amount;
    this.live = true;
  }

  boolean isLive() {
    return live;
  }

  boolean isOf(UUID application) {
    return live && applicationId.equals(application);
  }

  UUID applicationId() {
    return applicationId;
  }

  Money amount() {
    return amount;
  }

  void end() {
    live = false;
  }

  /** Keeps less; the part given back becomes a share that is free. */
  BillShare giveBack(UUID restId, Money part, String title) {
    BillShare rest = share.separate(restId, part, title);
    shrink(part);
    return rest;
  }

  /** A refund leaves less of the share, and so of the claim to it. */
  void shrink(Money by) {
    amount = amount.minus(by);
    share.shrink(by);
  }
}
