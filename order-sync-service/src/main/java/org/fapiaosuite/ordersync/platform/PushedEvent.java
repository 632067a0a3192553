package org.fapiaosuite.ordersync.platform;

import org.fapiaosuite.ordersync.fact.Movement;
import org.jspecify.annotations.Nullable;

/**
 * What a push says.
 *
 * @param type the platform's own word for it
 * @param movement absent for a type that we know nothing of
 */
public record PushedEvent(String type, @Nullable Movement movement) {}
