package org.fapiaosuite.fapiao.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fapiaosuite.kernel.Money;

/**
 * What a clerk means to do with a Fapiao.
 *
 * @param reason free text of a void, the name of a {@code RedReason} of a red letter
 * @param amount tax included; all that is left for a void
 */
@Embeddable
public record CorrectionPlan(
    @Enumerated(EnumType.STRING) @Column(name = "kind") CorrectionKind kind,
    @Column(name = "reason") String reason,
    @Column(name = "amount_fen") Money amount,
    @Embedded Stated stated) {}
