package org.fapiaosuite.ordersync.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as staff read it.
 *
 * @param id of the report
 * @param platform whose statement it is. Example: {@code default}.
 * @param date the statement's day, in China
 * @param outcome what became of the statement
 * @param detail why it was refused. Example: {@code totals do not add up}.
 * @param startedAt when it was fetched
 * @param finishedAt when it was compared
 * @param digest SHA-256 of the unzipped statement, Base64. Example: {@code
 *     47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=}.
 * @param lines how many the statement has. Example: {@code 120}.
 * @param paid sum of the payments as the platform adds them, over all currencies, with two
 *     decimals. Example: {@code 152400.00}.
 * @param refunded sum of the refunds, likewise. Example: {@code 270.00}.
 * @param matched rows that agree. Example: {@code 118}.
 * @param missingLocally rows that only the statement had. Example: {@code 1}.
 * @param missingInStatement movements that the statement lacks. Example: {@code 0}.
 * @param amountDiff rows with another amount. Example: {@code 1}.
 * @param statusDiff rows that differ otherwise. Example: {@code 0}.
 * @param tries more than one of a statement that was refused again and again for one cause.
 *     Example: {@code 1}.
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
