package org.fapiaosuite.fapiao.seller;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A profile that was entered, in place of the configured one. */
@Entity
@Table(name = "seller_profile")
class StoredSeller {

  /** The one seller there is; the table has room for several. */
  static final String ONLY = "seller";

  @Id private String id;
  @Version private int version;

  @JdbcTypeCode(SqlTypes.JSON)
  private SellerText name;

  @Column(name = "taxpayer_id")
  private String taxpayerId;

  private String drawer;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "return_address")
  private SellerText returnAddress;

  @JdbcTypeCode(SqlTypes.JSON)
  private SellerText recipient;

  private String phone;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected StoredSeller() {}

  StoredSeller(SellerProfile profile, String by, Instant now) {
    this.id = ONLY;
    replace(profile, by, now);
  }

  final void replace(SellerProfile profile, String by, Instant now) {
    name = profile.name();
    taxpayerId = profile.taxpayerId();
    drawer = profile.drawer();
    returnAddress = profile.returnAddress();
    recipient = profile.recipient();
    phone = profile.phone();
    changedBy = by;
    changedAt = now;
  }

  int version() {
    return version;
  }

  SellerProfile profile() {
    return new SellerProfile(name, taxpayerId, drawer, returnAddress, recipient, phone);
  }
}
