package org.fapiaosuite.fapiao.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/**
 * The form for a red letter, as the clerk reads it at the tax bureau.
 *
 * @param enteredAt since when the other side can confirm it
 */
@Embeddable
public record CorrectionForm(
    @Column(name = "form_number") String number,
    @Enumerated(EnumType.STRING) @Column(name = "form_state") FormState state,
    @Column(name = "form_entered_at") Instant enteredAt) {

  /** STA Announcement 2024 No. 11 Art. 8: not confirmed within 72 hours, it is void by itself. */
  public static final Duration VALID = Duration.ofHours(72);

  /** How far it is at a moment, its lapse included. */
  FormState at(Instant now, FormKind kind) {
    return state.isAwaited() && kind.lapses() && now.isAfter(lapsesAt()) ? FormState.LAPSED : state;
  }

  Instant lapsesAt() {
    return enteredAt.plus(VALID);
  }

  /** True when nothing can be issued on it any more. */
  boolean hasEnded(Instant now, FormKind kind) {
    FormState present = at(now, kind);
    return !present.isAwaited() && !present.isConfirmed();
  }

  CorrectionForm in(FormState other) {
    return new CorrectionForm(number, other, enteredAt);
  }
}
