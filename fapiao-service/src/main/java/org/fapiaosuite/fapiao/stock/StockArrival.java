package org.fapiaosuite.fapiao.stock;

import java.time.Instant;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that come from the tax bureau.
 *
 * @param first 8 digits
 * @param last 8 digits
 * @param expectedAt when they are expected
 * @param receivedAt since when they are here; null while they are not
 */
public record StockArrival(
    FapiaoKind kind,
    String code,
    String first,
    String last,
    @Nullable Instant expectedAt,
    @Nullable Instant receivedAt) {}
