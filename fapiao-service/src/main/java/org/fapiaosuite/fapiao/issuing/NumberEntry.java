package org.fapiaosuite.fapiao.issuing;

import java.time.LocalDate;

/** A number as a clerk reads it from the printed Fapiao. */
public record NumberEntry(LegalNumber number, LocalDate issuedOn) {}
