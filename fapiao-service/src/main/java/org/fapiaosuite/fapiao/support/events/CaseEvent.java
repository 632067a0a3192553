package org.fapiaosuite.fapiao.support.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.PaperCopy;
import org.fapiaosuite.fapiao.seller.SellerText;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a support case. The record itself is what other services read, fixed
 * by the schema of its type in src/contracts. What was written stays here: it may be personal.
 */
public sealed interface CaseEvent {

  UUID caseId();

  /** The type under which others hear of it, with its version. */
  String wireType();

  /**
   * A customer asked for something.
   *
   * @param accountId who opened it
   * @param orderNumbers the orders it is about, possibly none
   * @param dueAt by when the first answer is promised
   * @param sendBack what is to be sent back; null unless another title is asked for
   */
  record Opened(
      UUID caseId,
      String accountId,
      CaseKind caseKind,
      List<String> orderNumbers,
      Instant dueAt,
      @Nullable SendBack sendBack)
      implements CaseEvent {

    @Override
    public String wireType() {
      return "fapiao.support-case-opened.v1";
    }
  }

  /**
   * The service centre wrote, or approved what was asked for.
   *
   * @param approved true when it approved
   */
  record Answered(
      UUID caseId, String accountId, CaseKind caseKind, List<String> orderNumbers, boolean approved)
      implements CaseEvent {

    @Override
    public String wireType() {
      return "fapiao.support-case-answered.v1";
    }
  }

  /**
   * It has ended.
   *
   * @param refused true when the service centre refused what was asked for
   */
  record Resolved(
      UUID caseId, String accountId, CaseKind caseKind, List<String> orderNumbers, boolean refused)
      implements CaseEvent {

    @Override
    public String wireType() {
      return "fapiao.support-case-resolved.v1";
    }
  }

  /**
   * What to send back, and where.
   *
   * @param copies of each Fapiao; empty when nothing is to be sent
   * @param recipient null when nothing is to be sent, as are the others
   */
  record SendBack(
      ReturnSituation situation,
      List<PaperCopy> copies,
      @Nullable SellerText recipient,
      @Nullable SellerText address,
      @Nullable String phone) {}
}
