package org.fapiaosuite.account.exchange;

import java.time.Instant;
import java.util.List;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * What a verified token of an issuer says.
 *
 * @param issuer its {@code iss}
 * @param subject who signed in, unique and never reassigned at the issuer
 * @param email verified by the issuer
 * @param customerIds for whom it speaks, {@code <platform>:<customerId>}; possibly none
 * @param client the front end it was made for: {@code azp}, {@code client_id} or {@code aud}
 * @param digest the same for the same token, whatever its signature looks like
 * @param expiresAt when the issuer's word ends
 */
public record SubjectToken(
    String issuer,
    String subject,
    EmailAddress email,
    List<String> customerIds,
    String client,
    String digest,
    Instant expiresAt) {}
