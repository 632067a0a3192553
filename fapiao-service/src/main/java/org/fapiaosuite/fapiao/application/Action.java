package org.fapiaosuite.fapiao.application;

import org.fapiaosuite.fapiao.problem.Problem;

/** What can be done with an application, and in which of its states. */
public enum Action {
  /** Change a draft. */
  EDIT(Problem.CANNOT_EDIT) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case DRAFT -> Step.GO;
        case SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** Hand a draft over to the service centre. */
  CONFIRM(Problem.CANNOT_CONFIRM) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case DRAFT -> Step.GO;
        case SUBMITTED -> Step.STAY;
        case IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The customer changes his mind before the service centre starts. */
  CANCEL(Problem.CANNOT_CANCEL) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case DRAFT, SUBMITTED -> Step.GO;
        case CANCELLED -> Step.STAY;
        case IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The suite itself cancels, until the issuer was asked. */
  WITHDRAW(Problem.CANNOT_CANCEL) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK -> Step.GO;
        case CANCELLED -> Step.STAY;
        case DRAFT,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** A refund makes the amount smaller, until the issuer was asked. */
  REDUCE(Problem.CANNOT_REDUCE) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK -> Step.GO;
        case DRAFT,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** Another address, until it is on its way. */
  CHANGE_DELIVERY(Problem.CANNOT_CHANGE_DELIVERY) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            RETURNED ->
            Step.GO;
        case MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** A clerk takes it on. */
  ACCEPT(Problem.CANNOT_ACCEPT) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case SUBMITTED -> Step.GO;
        case IN_PROCESS -> Step.STAY;
        case DRAFT,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The service centre refuses it. */
  REJECT(Problem.CANNOT_REJECT) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case SUBMITTED, IN_PROCESS, WAITING_FOR_STOCK -> Step.GO;
        case REJECTED -> Step.STAY;
        case DRAFT,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED ->
            Step.REFUSE;
      };
    }
  },
  /** The Fapiao came to be. */
  ISSUE(Problem.CANNOT_ISSUE) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case IN_PROCESS, WAITING_FOR_STOCK, ISSUING, ISSUE_UNKNOWN -> Step.GO;
        case ISSUED -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            MAILED_OUT,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** Given to a courier, once more after it came back. */
  MAIL_OUT(Problem.CANNOT_MAIL_OUT) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case ISSUED, RETURNED -> Step.GO;
        case MAILED_OUT -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** Laid ready at the branch. */
  MAKE_READY(Problem.CANNOT_MAKE_READY) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case ISSUED -> Step.GO;
        case READY_FOR_PICKUP -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            MAILED_OUT,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** Handed over at the branch. */
  HAND_OVER(Problem.CANNOT_HAND_OVER) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case READY_FOR_PICKUP -> Step.GO;
        case COMPLETED -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            MAILED_OUT,
            DELIVERED_ELECTRONICALLY,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The courier delivered it. */
  RECORD_DELIVERED(Problem.CANNOT_RECORD_OUTCOME) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case MAILED_OUT -> Step.GO;
        case COMPLETED -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            RETURNED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The courier brought it back. */
  RECORD_RETURNED(Problem.CANNOT_RECORD_OUTCOME) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case MAILED_OUT -> Step.GO;
        case RETURNED -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            LOST,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  },
  /** The courier lost it. */
  RECORD_LOST(Problem.CANNOT_RECORD_OUTCOME) {
    @Override
    Step step(ApplicationStatus present) {
      return switch (present) {
        case MAILED_OUT -> Step.GO;
        case LOST -> Step.STAY;
        case DRAFT,
            SUBMITTED,
            IN_PROCESS,
            WAITING_FOR_STOCK,
            ISSUING,
            ISSUE_UNKNOWN,
            ISSUED,
            READY_FOR_PICKUP,
            DELIVERED_ELECTRONICALLY,
            COMPLETED,
            RETURNED,
            CANCELLED,
            REJECTED ->
            Step.REFUSE;
      };
    }
  };

  /** What an action does in a state. */
  enum Step {
    GO,
    /** Done already: answers the state. */
    STAY,
    REFUSE
  }

  private final Problem refusal;

  Action(Problem refusal) {
    this.refusal = refusal;
  }

  abstract Step step(ApplicationStatus present);

  /**
   * True when the action is to be carried out, false when it has been.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 409 naming the present state
   */
  boolean isDue(ApplicationStatus present) {
    return switch (step(present)) {
      case GO -> true;
      case STAY -> false;
      case REFUSE -> throw refusal.with(present).state(present);
    };
  }
}
