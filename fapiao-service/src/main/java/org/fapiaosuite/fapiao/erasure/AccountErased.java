package org.fapiaosuite.fapiao.erasure;

/** What is needed here of {@code account.erased.v1}. */
record AccountErased(String accountId) {}
