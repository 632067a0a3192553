package org.fapiaosuite.ordersync.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides on what another one proposes.
 *
 * @param approve false drops the proposal. Example: {@code true}.
 * @param reason why, for the record; at most 500 characters. Example: {@code Checked with the
 *     payer}.
 */
public record ApprovalRequest(@NotNull Boolean approve, @Nullable @Size(max = 500) String reason) {}
