package org.fapiaosuite.ordersync.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a statement adds up to, checked against its last line.
 *
 * @param paid hundredths, over all currencies as the platform adds them
 * @param remark what could not be checked; null when everything was
 */
public record StatementTotals(long lines, long paid, long refunded, @Nullable String remark) {}
