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
 * @param plan the documents, each with its lines
 * @param entries what a clerk typed in; empty when nobody did
 */
public record IssueOrder(
    UUID applicationId,
    String customerId,
    FapiaoType type,
    Medium medium,
    Buyer buyer,
    FapiaoPlan plan,
    List<NumberEntry> entries) {}
