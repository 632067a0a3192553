package org.fapiaosuite.account.work;

/** Fired in a transaction that made a row due: the jobs look right after its commit. */
public record Nudge() {}
