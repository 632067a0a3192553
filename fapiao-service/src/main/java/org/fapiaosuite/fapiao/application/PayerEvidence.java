package org.fapiaosuite.fapiao.application;

import java.time.Instant;
import java.util.List;

/**
 * Proof that the title was compared with the payers' names and equalled each, kept because a
 * purchase certificate or a refund depends on it.
 *
 * @param title the buyer's name as it was sent. Example: {@code 上海示例科技有限公司}.
 * @param payers the payers' names as the payment platform reported them, one for each bill.
 *     Example: {@code ["上海示例科技有限公司"]}.
 * @param compared the form in which all of them are equal: full width made plain, letters small,
 *     middle dots, brackets as in the name, quotes and dashes unified, invisible characters, blanks
 *     that say nothing and （个人） at the end dropped. Example: {@code 上海示例科技有限公司}.
 * @param checkedAt when they were compared
 */
public record PayerEvidence(
    String title, List<String> payers, String compared, Instant checkedAt) {}
