package org.fapiaosuite.fapiao.issuing;

import java.time.LocalDate;
import org.fapiaosuite.fapiao.tax.TaxSplit;

/** A Fapiao that the issuer made. */
public record IssuedFapiao(LegalNumber number, LocalDate issuedOn, TaxSplit total) {}
