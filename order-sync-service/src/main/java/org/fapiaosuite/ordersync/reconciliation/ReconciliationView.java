package org.fapiaosuite.ordersync.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as staff read it.
 *
 * @param date the statement's day, in China
 * @param paid sum of the payments as the platform adds them, over all currencies
 * @param matched rows of each outcome; those that did not match are to be had one by one
 * @param tries more than one of a statement that was refused again and again for one cause
 */
public record ReconciliationView(
    UUID id,
    String platform,
    LocalDate date,
    ReconciliationOutcome outcome,
    @Nullable String detail,
    Instant startedAt,
    Instant finishedAt,
    @Nullable String digest,
    long lines,
    String paid,
    String refunded,
    long matched,
    long missingLocally,
    long missingInStatement,
    long amountDiff,
    long statusDiff,
    int tries) {}
