package org.fapiaosuite.fapiao.application;

import java.time.Instant;
import java.util.List;

/**
 * Proof that the title was compared with the payers' names and equalled each, kept because a
 * purchase certificate or a refund depends on it.
 *
 * @param title as it will be printed
 * @param payers the payers' names as the payment platform told them, one a bill
 * @param compared the normal form that all of them have
 */
public record PayerEvidence(
    String title, List<String> payers, String compared, Instant checkedAt) {}
