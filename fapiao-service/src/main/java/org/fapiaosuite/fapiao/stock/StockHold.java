package org.fapiaosuite.fapiao.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;

/**
 * An accepted application's claim to stock, until it is issued or ends. One that waits holds
 * nothing but its place.
 */
@Entity
@Table(name = "stock_hold")
class StockHold {

  @Id
  @Column(name = "application_id")
  private UUID applicationId;

  @Version private int version;
  @Embedded private FapiaoKind kind;
  @Embedded private StockNeed need;
  private boolean waiting;
  private Instant place;

  protected StockHold() {}

  StockHold(UUID applicationId, FapiaoKind kind, StockNeed need, Instant place) {
    this.applicationId = applicationId;
    this.kind = kind;
    this.need = need;
    this.place = place;
    this.waiting = true;
  }

  void serve() {
    waiting = false;
  }

  void queue() {
    waiting = true;
  }

  void resize(StockNeed smaller) {
    need = smaller;
  }

  UUID applicationId() {
    return applicationId;
  }

  FapiaoKind kind() {
    return kind;
  }

  StockNeed need() {
    return need;
  }

  boolean isWaiting() {
    return waiting;
  }

  Instant place() {
    return place;
  }
}
