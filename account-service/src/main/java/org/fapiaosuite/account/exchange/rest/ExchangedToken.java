package org.fapiaosuite.account.exchange.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An access token for a token of an issuer (RFC 8693, 2.2.1).
 *
 * @param accessToken a JWT (ES256) for the header {@code Authorization}; its {@code act} names the
 *     front end that acts. Example: {@code
 *     eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMWEyMjUzMCJ9.c2lnbmF0dXJl}.
 * @param issuedTokenType always {@code urn:ietf:params:oauth:token-type:access_token}. Example:
 *     {@code urn:ietf:params:oauth:token-type:access_token}.
 * @param tokenType always {@code Bearer}. Example: {@code Bearer}.
 * @param expiresIn in seconds; exchange the issuer's next token before that. Example: {@code 300}.
 * @param scope {@code customer} or {@code staff}, as asked for. Example: {@code customer}.
 */
public record ExchangedToken(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("issued_token_type") String issuedTokenType,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope) {}
