package org.fapiaosuite.fapiao.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.fapiaosuite.fapiao.delivery.Carrier;

/** The parcel a paper Fapiao is in. */
@Embeddable
public record Shipment(
    @Enumerated(EnumType.STRING) @Column(name = "carrier") Carrier carrier,
    @Column(name = "waybill") String waybill,
    @Column(name = "mailed_out_at") Instant mailedOutAt) {}
