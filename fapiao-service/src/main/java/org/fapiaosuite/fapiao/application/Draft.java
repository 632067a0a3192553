package org.fapiaosuite.fapiao.application;

import java.util.List;
import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.tax.TaxSplit;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.wording.Warning;
import org.jspecify.annotations.Nullable;

/** Everything a customer says in an application, found acceptable by {@link DraftRules}. */
public record Draft(
    String customerId,
    FapiaoType type,
    Medium medium,
    Purpose purpose,
    Buyer buyer,
    Delivery delivery,
    List<ApplicationItem> items,
    TaxSplit total,
    @Nullable PayerEvidence evidence,
    List<Warning> warnings) {}
