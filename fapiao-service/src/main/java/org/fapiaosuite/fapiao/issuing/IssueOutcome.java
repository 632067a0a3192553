package org.fapiaosuite.fapiao.issuing;

import java.util.List;

/** What an issuer says of an order. */
public sealed interface IssueOutcome {

  /** The documents exist, in the order of the plan. */
  record Issued(List<IssuedFapiao> documents) implements IssueOutcome {

    public Issued {
      documents = List.copyOf(documents);
    }
  }

  /** Nothing was issued and nothing will be; the reason is for staff. */
  record Refused(String reason) implements IssueOutcome {}

  /** Nobody knows yet. */
  record Unknown() implements IssueOutcome {}
}
