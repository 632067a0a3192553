package org.fapiaosuite.fapiao.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Somebody of the service centre works on an application; until then others keep off.
 *
 * @param by their account
 * @param until when it ends by itself
 */
@Embeddable
public record WorkClaim(
    @Column(name = "claimed_by") String by, @Column(name = "claimed_until") Instant until) {

  boolean isOfAnother(String staff, Instant now) {
    return until.isAfter(now) && !by.equals(staff);
  }
}
