package org.fapiaosuite.fapiao.support;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The parcel in which a customer sends papers back, as they told. */
@Embeddable
public record ReturnParcel(
    @Column(name = "parcel_carrier") String carrier,
    @Column(name = "parcel_waybill") String waybill,
    @Column(name = "parcel_entered_at") Instant enteredAt) {}
