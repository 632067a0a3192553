package org.fapiaosuite.fapiao.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What an application was promised.
 *
 * @param dueAt by then it is issued; null while it is a draft
 * @param from what the working days are counted from; null while it is a draft
 * @param provisional true while a year on the way has no published calendar
 * @param calendarRevision the calendar it was computed with
 */
@Embeddable
record GivenPromise(
    @Column(name = "due_at") @Nullable Instant dueAt,
    @Column(name = "promised_from") @Nullable Instant from,
    @Column(name = "provisional") boolean provisional,
    @Column(name = "calendar_revision") long calendarRevision) {

  static final GivenPromise NONE = new GivenPromise(null, null, false, 0);

  static GivenPromise of(Promise promise, long revision, Instant from) {
    return new GivenPromise(promise.dueAt(), from, promise.provisional(), revision);
  }

  /** The same promise by another calendar. */
  GivenPromise again(Promise promise, long revision) {
    return new GivenPromise(promise.dueAt(), from, promise.provisional(), revision);
  }
}
