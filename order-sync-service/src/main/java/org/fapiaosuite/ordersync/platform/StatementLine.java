package org.fapiaosuite.ordersync.platform;

import org.fapiaosuite.ordersync.fact.Movement;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param number counted from 1, without the header
 * @param movement absent when the line says what cannot be
 * @param orderNumber as it stands there, cut to a readable length
 * @param refusal why there is no movement, for example {@code amount AMOUNT}
 */
public record StatementLine(
    long number, @Nullable Movement movement, String orderNumber, @Nullable String refusal) {}
