package org.fapiaosuite.fapiao.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What only the tax bureau's platform shows, as the clerk reads it there.
 *
 * @param declared the seller has declared the tax of it
 * @param usedByBuyer the buyer has confirmed its use: on paper, certified or deducted it; a
 *     certification that says mismatch counts as none (国税发〔2006〕156号 Art. 13)
 * @param bookedByBuyer the buyer has confirmed that it is booked (入账确认); electronic only
 */
@Embeddable
public record Stated(
    @Column(name = "declared") boolean declared,
    @Column(name = "used_by_buyer") boolean usedByBuyer,
    @Column(name = "booked_by_buyer") boolean bookedByBuyer) {}
