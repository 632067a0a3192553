package org.fapiaosuite.fapiao.bill;

import org.fapiaosuite.kernel.Money;

/** A part of a bill that a lead keeps for one title. */
public record TitledAmount(Money amount, String titleKey) {}
