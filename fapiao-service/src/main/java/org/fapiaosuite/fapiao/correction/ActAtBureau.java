package org.fapiaosuite.fapiao.correction;

import java.time.LocalDate;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.jspecify.annotations.Nullable;

/**
 * What was done at the tax bureau.
 *
 * @param on the Chinese date of it
 * @param number of the red letter; null for a void
 */
public record ActAtBureau(LocalDate on, @Nullable LegalNumber number) {}
