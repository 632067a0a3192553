package org.fapiaosuite.fapiao.support;

import org.fapiaosuite.fapiao.problem.Problem;

/**
 * What can be done with a support case, and whose turn it is afterwards. A table in the tests
 * decides on every action in every state.
 */
enum CaseAction {
  /** The customer writes, adds a file or tells of the parcel. */
  WRITE,
  /** Staff write or add a file. */
  ANSWER,
  /** A lead approves what was asked for; the customer goes on. */
  APPROVE,
  /** A lead refuses what was asked for. */
  REFUSE,
  /** Staff settle it. */
  RESOLVE;

  /**
   * The state afterwards.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 for a case that has ended
   */
  CaseStatus after(CaseStatus present) {
    if (present.hasEnded()) {
      throw Problem.CASE_ENDED.with(present).state(present);
    }
    return switch (this) {
      case WRITE -> present == CaseStatus.OPEN ? CaseStatus.OPEN : CaseStatus.WAITING_FOR_US;
      case ANSWER, APPROVE -> CaseStatus.WAITING_FOR_CUSTOMER;
      case REFUSE -> CaseStatus.CLOSED;
      case RESOLVE -> CaseStatus.RESOLVED;
    };
  }
}
