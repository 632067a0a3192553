package org.fapiaosuite.account.exchange;

import java.time.Instant;
import java.util.List;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * What a verified token of an issuer says.
 *
 * @param issuer its {@code iss}
 * @param subject who signed in, unique and never reassigned at the issuer
 * @param email verified by the issuer
 * @param role {@code CUSTOMER}, or the role of staff that the issuer names
 * @param customerIds for whom it speaks, {@code <platform>:<customerId>}; possibly none, and none
 *     for staff
 * @param client the front end it was made for: {@code azp}, {@code client_id} or {@code aud}
 * @param digest the same for the same token, whatever its signature looks like
 * @param expiresAt when the issuer's word ends
 */
public record SubjectToken(
    String issuer,
    String subject,
    EmailAddress email,
    Role role,
    List<String> customerIds,
    String client,
    String digest,
    Instant expiresAt) {}
