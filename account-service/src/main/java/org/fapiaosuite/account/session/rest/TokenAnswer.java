package org.fapiaosuite.account.session.rest;

/**
 * An access token, as OAuth 2.0 (RFC 6749, 5.1) words it.
 *
 * @param accessToken a JWT (ES256) for the header {@code Authorization}. Example: {@code
 *     eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMWEyMjUzMCJ9.c2lnbmF0dXJl}.
 * @param tokenType always {@code Bearer}. Example: {@code Bearer}.
 * @param expiresIn in seconds. Example: {@code 300}.
 * @param scope {@code customer}, {@code staff}, or {@code password:change} after signing in with a
 *     temporary password. Example: {@code customer}.
 */
public record TokenAnswer(String accessToken, String tokenType, long expiresIn, String scope) {}
