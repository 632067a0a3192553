package org.fapiaosuite.fapiao.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.jspecify.annotations.Nullable;

/**
 * What came back of a paper Fapiao, and who took it in.
 *
 * @param proofKind what the buyer proves instead; null when they prove nothing
 * @param proofReference where the proof is filed
 * @param lost true when copies were lost on the way
 * @param stampedCopyWaybill the parcel with a stamped copy of the bookkeeping copy (记账联), sent
 *     instead of a new Fapiao
 * @param receivedOn the day of the latest arrival, a Chinese date; null while nothing was checked
 *     in
 */
@Embeddable
public record ReturnedCopies(
    @Column(name = "invoice_returned") boolean invoice,
    @Column(name = "deduction_returned") boolean deduction,
    @Enumerated(EnumType.STRING) @Column(name = "proof_kind") @Nullable ProofKind proofKind,
    @Column(name = "proof_reference") @Nullable String proofReference,
    @Column(name = "copies_lost") boolean lost,
    @Column(name = "stamped_copy_waybill") @Nullable String stampedCopyWaybill,
    @Column(name = "returned_on") @Nullable LocalDate receivedOn,
    @Column(name = "checked_in_by") @Nullable String checkedInBy,
    @Column(name = "checked_in_at") @Nullable Instant checkedInAt) {

  static final ReturnedCopies NONE =
      new ReturnedCopies(false, false, null, null, false, null, null, null, null);

  public Set<PaperCopy> received() {
    Set<PaperCopy> here = EnumSet.noneOf(PaperCopy.class);
    if (invoice) {
      here.add(PaperCopy.INVOICE);
    }
    if (deduction) {
      here.add(PaperCopy.DEDUCTION);
    }
    return here;
  }

  public boolean hasProof() {
    return proofKind != null;
  }

  /** The same, and what has come since; a proof that is here stays. */
  ReturnedCopies and(ReturnedCopies more) {
    boolean keepsProof = more.proofKind == null;
    return new ReturnedCopies(
        invoice || more.invoice,
        deduction || more.deduction,
        keepsProof ? proofKind : more.proofKind,
        keepsProof ? proofReference : more.proofReference,
        more.lost,
        more.stampedCopyWaybill == null ? stampedCopyWaybill : more.stampedCopyWaybill,
        more.receivedOn,
        more.checkedInBy,
        more.checkedInAt);
  }

  /** True when nothing came that was not here before. */
  boolean addsNothing(ReturnedCopies more) {
    ReturnedCopies both = and(more);
    return checkedInAt != null
        && received().equals(both.received())
        && lost == both.lost
        && Objects.equals(proofKind, both.proofKind)
        && Objects.equals(proofReference, both.proofReference)
        && Objects.equals(stampedCopyWaybill, both.stampedCopyWaybill)
        && Objects.equals(receivedOn, both.receivedOn);
  }
}
