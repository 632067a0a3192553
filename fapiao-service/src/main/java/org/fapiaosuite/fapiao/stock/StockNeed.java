package org.fapiaosuite.fapiao.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.fapiaosuite.kernel.Money;

/**
 * What an application takes of the stock.
 *
 * @param numbers a number for each Fapiao that it yields
 * @param net its amount without tax, which counts against the month's quota
 */
@Embeddable
public record StockNeed(
    @Column(name = "numbers") int numbers, @Column(name = "net_fen") Money net) {}
