package org.fapiaosuite.fapiao.issuing;

import java.util.UUID;
import org.fapiaosuite.fapiao.application.Application;

/** What becomes of the wish to issue an application. */
sealed interface Claim {

  /** Its Fapiao exist already. */
  record Done(Application application) implements Claim {}

  /** The issuer is to be asked by whoever holds this, and by nobody else. */
  record Taken(String issuer, IssueOrder order, UUID lease) implements Claim {}

  /** Somebody else is asking. */
  record Underway(String issuer, IssueOrder order, UUID lease) implements Claim {}
}
