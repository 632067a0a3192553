package org.fapiaosuite.ordersync.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fapiaosuite.ordersync.statement.StatementDays;
import org.jspecify.annotations.Nullable;

/**
 * One going through of one statement.
 *
 * @param startedAt before the statement was asked for: what was pushed earlier must be in it
 * @param digest as the platform vouches for it; null when there was no trade
 */
record StatementRun(
    UUID id, StatementDays.Claim claim, Instant startedAt, @Nullable String digest) {

  String platform() {
    return claim.platform();
  }

  LocalDate day() {
    return claim.day();
  }
}
