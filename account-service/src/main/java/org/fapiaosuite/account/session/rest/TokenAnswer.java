package org.fapiaosuite.account.session.rest;

/**
 * An access token, as OAuth 2.0 (RFC 6749, 5.1) words it.
 *
 * @param tokenType always Bearer
 * @param expiresIn in seconds
 * @param scope {@code customer}, {@code staff}, or {@code password:change} after signing in with a
 *     temporary password
 */
public record TokenAnswer(String accessToken, String tokenType, long expiresIn, String scope) {}
