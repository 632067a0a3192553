package org.fapiaosuite.account.exchange.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The form of a token exchange (RFC 8693, 2.1). Unknown fields are ignored, empty ones are as good
 * as absent, repeated ones are refused (RFC 6749, 3.2).
 *
 * @param grantType always {@code urn:ietf:params:oauth:grant-type:token-exchange}. Example: {@code
 *     urn:ietf:params:oauth:grant-type:token-exchange}.
 * @param subjectToken the token of a trusted issuer, in compact form (RFC 7515). Example: {@code
 *     eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiI3In0.c2lnbmF0dXJl}.
 * @param subjectTokenType what that is: {@code urn:ietf:params:oauth:token-type:id_token} or {@code
 *     urn:ietf:params:oauth:token-type:access_token}. Example: {@code
 *     urn:ietf:params:oauth:token-type:id_token}.
 * @param requestedTokenType {@code urn:ietf:params:oauth:token-type:access_token}, if anything.
 *     Example: {@code urn:ietf:params:oauth:token-type:access_token}.
 * @param scope as what to come in: {@code customer}, which is meant when absent, or {@code staff}.
 *     Example: {@code customer}.
 * @param audience {@code fapiao-suite}, if anything. Example: {@code fapiao-suite}.
 * @param resource not taken: there is one audience. Example: {@code https://fapiao.example}.
 * @param actorToken not taken: who acts stands in the subject token. Example: {@code
 *     eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiI4In0.c2lnbmF0dXJl}.
 */
record ExchangeRequest(
    @JsonProperty("grant_type") String grantType,
    @JsonProperty("subject_token") String subjectToken,
    @JsonProperty("subject_token_type") String subjectTokenType,
    @Nullable @JsonProperty("requested_token_type") String requestedTokenType,
    @Nullable String scope,
    @Nullable String audience,
    @Nullable String resource,
    @Nullable @JsonProperty("actor_token") String actorToken) {}
