package org.fapiaosuite.fapiao.stock;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a lead settled for a kind of Fapiao. Whoever takes of the kind's stock or adds to it locks
 * this first, so that it happens one after the other.
 */
@Entity
@Table(name = "capacity")
class Capacity {

  @EmbeddedId private FapiaoKind kind;
  @Version private int version;

  private @Nullable Integer threshold;

  @Column(name = "monthly_quota_fen")
  private @Nullable Money monthlyQuota;

  protected Capacity() {}

  void settle(@Nullable Integer lowAt, @Nullable Money quota) {
    threshold = lowAt;
    monthlyQuota = quota;
  }

  FapiaoKind kind() {
    return kind;
  }

  int version() {
    return version;
  }

  /** From how many numbers on downwards the stock is low; null when nobody wants to know. */
  @Nullable Integer threshold() {
    return threshold;
  }

  /** The most that may be issued in a calendar month, without tax; null without such a limit. */
  @Nullable Money monthlyQuota() {
    return monthlyQuota;
  }
}
