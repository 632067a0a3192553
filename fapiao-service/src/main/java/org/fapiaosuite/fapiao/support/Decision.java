package org.fapiaosuite.fapiao.support;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a lead decided of what a case asks for. */
@Embeddable
public record Decision(
    @Column(name = "approved") Boolean approved,
    @Column(name = "decided_by") String by,
    @Column(name = "decided_at") Instant at) {}
