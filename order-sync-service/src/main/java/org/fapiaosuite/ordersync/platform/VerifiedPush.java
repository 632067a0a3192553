package org.fapiaosuite.ordersync.platform;

/**
 * A push that comes from the platform.
 *
 * @param id the platform's identity of the event: the same in every delivery of it
 * @param body in clear
 */
public record VerifiedPush(String id, byte[] body) {}
