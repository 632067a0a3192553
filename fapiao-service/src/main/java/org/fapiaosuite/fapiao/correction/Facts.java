package org.fapiaosuite.fapiao.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.jspecify.annotations.Nullable;

/**
 * All that a correction is decided by.
 *
 * @param kind type and medium; the number scheme decides nothing but which form counts
 * @param issuedOn the day printed on it, a Chinese date
 * @param actOn the day of the act at the tax bureau, a Chinese date
 * @param received the copies that are back
 * @param proof the buyer's valid proof is here
 * @param lost copies are lost on the way
 * @param partlyReversed some of it is taken back already
 * @param formKind which form a red letter would need
 * @param form the form that was entered last; null when there is none
 * @param now the moment by which a form lapses
 */
record Facts(
    FapiaoKind kind,
    LocalDate issuedOn,
    LocalDate actOn,
    Set<PaperCopy> received,
    boolean proof,
    boolean lost,
    Stated stated,
    boolean partlyReversed,
    FormKind formKind,
    @Nullable CorrectionForm form,
    Instant now) {

  boolean isOtherMonth() {
    return !YearMonth.from(issuedOn).equals(YearMonth.from(actOn));
  }

  boolean isComplete() {
    return received.containsAll(PaperCopy.of(kind));
  }
}
