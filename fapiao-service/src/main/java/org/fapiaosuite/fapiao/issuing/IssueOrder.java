package org.fapiaosuite.fapiao.issuing;

import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.tax.FapiaoPlan;
import org.fapiaosuite.fapiao.title.Buyer;

/**
 * What the issuer is asked for.
 *
 * @param requestId the same however often it is asked what became of the order
 * @param plan the documents, each with its lines
 * @param entries what a clerk typed in, one a document; nothing a provider needs
 */
public record IssueOrder(
    UUID requestId,
    UUID applicationId,
    String customerId,
    FapiaoType type,
    Medium medium,
    Buyer buyer,
    FapiaoPlan plan,
    List<NumberEntry> entries) {}
