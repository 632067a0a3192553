package org.fapiaosuite.fapiao.erasure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is needed here of {@code account.erased.v1}; what is not told is null. */
record AccountErased(
    String accountId, @Nullable List<String> customerIds, @Nullable String emailDigest) {}
