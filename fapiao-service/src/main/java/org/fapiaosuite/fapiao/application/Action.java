package org.fapiaosuite.fapiao.application;

import static org.fapiaosuite.fapiao.application.ApplicationStatus.CANCELLED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.COMPLETED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.DRAFT;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.IN_PROCESS;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.ISSUED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.ISSUE_UNKNOWN;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.ISSUING;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.LOST;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.MAILED_OUT;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.READY_FOR_PICKUP;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.REJECTED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.RETURNED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.SUBMITTED;
import static org.fapiaosuite.fapiao.application.ApplicationStatus.WAITING_FOR_STOCK;

import java.util.EnumSet;
import java.util.Set;
import org.fapiaosuite.fapiao.problem.Problem;

/**
 * What can be done with an application: in the states of the first set it is carried out, in those
 * of the second it has been, in all others it is refused. A table in the tests decides on every
 * action in every state and fails for one that it does not know.
 */
public enum Action {
  /** Change a draft. */
  EDIT(Problem.CANNOT_EDIT, in(DRAFT), done()),
  /** Throw a draft away. */
  DISCARD(Problem.CANNOT_DISCARD, in(DRAFT), done()),
  /** Hand a draft over to the service centre. */
  CONFIRM(Problem.CANNOT_CONFIRM, in(DRAFT), done(SUBMITTED)),
  /** The customer thinks better of it before the service centre starts. */
  CANCEL(Problem.CANNOT_CANCEL, in(DRAFT, SUBMITTED), done(CANCELLED)),
  /** The suite itself cancels, until the issuer was asked. */
  WITHDRAW(Problem.CANNOT_CANCEL, in(SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK), done(CANCELLED)),
  /** A refund makes the amount smaller, until the issuer was asked. */
  REDUCE(Problem.CANNOT_REDUCE, in(SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK), done()),
  /** Another address, until it is on its way. */
  CHANGE_DELIVERY(
      Problem.CANNOT_CHANGE_DELIVERY,
      in(DRAFT, SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK, ISSUING, ISSUE_UNKNOWN, ISSUED, RETURNED),
      done()),
  /** A clerk takes it on. */
  ACCEPT(Problem.CANNOT_ACCEPT, in(SUBMITTED), done(IN_PROCESS, WAITING_FOR_STOCK)),
  /** There is nothing to issue it with, or another moment is known at which there will be. */
  WAIT_FOR_STOCK(Problem.CANNOT_ACCEPT, in(IN_PROCESS, WAITING_FOR_STOCK), done()),
  /** There is something to issue it with again. */
  TAKE_UP(Problem.CANNOT_ACCEPT, in(WAITING_FOR_STOCK), done(IN_PROCESS)),
  /** The service centre refuses it. */
  REJECT(Problem.CANNOT_REJECT, in(SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK), done(REJECTED)),
  /** The issuer is asked, or a clerk enters what it has not said. */
  ISSUE(Problem.CANNOT_ISSUE, in(IN_PROCESS, WAITING_FOR_STOCK, ISSUE_UNKNOWN), done(ISSUED)),
  /** The Fapiao came to be. */
  RECORD_ISSUED(Problem.CANNOT_ISSUE, in(ISSUING, ISSUE_UNKNOWN), done()),
  /** The issuer refused. */
  RECORD_REFUSED(Problem.CANNOT_ISSUE, in(ISSUING, ISSUE_UNKNOWN), done()),
  /** The issuer was asked, and nobody knows what it did. */
  RECORD_UNKNOWN(Problem.CANNOT_ISSUE, in(ISSUING), done(ISSUE_UNKNOWN)),
  /** Given to a courier, once more after it came back. */
  MAIL_OUT(Problem.CANNOT_MAIL_OUT, in(ISSUED, RETURNED), done(MAILED_OUT)),
  /** Ready for its collector at the branch, once more after it came back. */
  MAKE_READY(Problem.CANNOT_MAKE_READY, in(ISSUED, RETURNED), done(READY_FOR_PICKUP)),
  /** The last day to pick it up is near. */
  REMIND(Problem.CANNOT_HAND_OVER, in(READY_FOR_PICKUP), done()),
  /** Nobody picked it up in time. */
  LAPSE(Problem.CANNOT_HAND_OVER, in(READY_FOR_PICKUP), done(RETURNED)),
  /** Handed over at the branch. */
  HAND_OVER(Problem.CANNOT_HAND_OVER, in(READY_FOR_PICKUP), done(COMPLETED)),
  /** The courier delivered it. */
  RECORD_DELIVERED(Problem.CANNOT_RECORD_OUTCOME, in(MAILED_OUT), done(COMPLETED)),
  /** The courier brought it back. */
  RECORD_RETURNED(Problem.CANNOT_RECORD_OUTCOME, in(MAILED_OUT), done(RETURNED)),
  /** The courier lost it. */
  RECORD_LOST(Problem.CANNOT_RECORD_OUTCOME, in(MAILED_OUT), done(LOST));

  /** What an action does in a state. */
  enum Step {
    GO,
    /** Done already: answers the state. */
    STAY,
    REFUSE
  }

  private final Problem refusal;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<ApplicationStatus> go;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<ApplicationStatus> stay;

  Action(Problem refusal, Set<ApplicationStatus> go, Set<ApplicationStatus> stay) {
    this.refusal = refusal;
    this.go = Set.copyOf(go);
    this.stay = Set.copyOf(stay);
  }

  Step step(ApplicationStatus present) {
    if (go.contains(present)) {
      return Step.GO;
    }
    return stay.contains(present) ? Step.STAY : Step.REFUSE;
  }

  /**
   * True when the action is to be carried out, false when it has been.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 naming the present state
   */
  boolean isDue(ApplicationStatus present) {
    demand(present);
    return go.contains(present);
  }

  /**
   * Refuses what is neither due nor done.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 naming the present state
   */
  void demand(ApplicationStatus present) {
    if (step(present) == Step.REFUSE) {
      throw refusal.with(present).state(present);
    }
  }

  private static Set<ApplicationStatus> in(ApplicationStatus first, ApplicationStatus... others) {
    return EnumSet.of(first, others);
  }

  private static Set<ApplicationStatus> done(ApplicationStatus... states) {
    return Set.of(states);
  }
}
