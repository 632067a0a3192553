package org.fapiaosuite.fapiao.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, first time and every time.
 *
 * @param location of what was created
 * @param etag with its quotes
 */
public record Answer(int status, @Nullable String location, String etag, Object body) {}
