package org.fapiaosuite.account.profile;

/** What somebody is in the suite; one role an account. No staff role sees a customer's data. */
public enum Role {
  /** Applies for Fapiao of the orders the account is linked with. */
  CUSTOMER,
  /** Works the queue of the service centre. */
  CLERK,
  /** Decides what a clerk may not: void, red letter, stock, notices. */
  LEAD,
  /** Keeps staff accounts and configuration. */
  ADMIN,
  /** Reads the audit trail. */
  AUDITOR,
  /** Reads, masked. */
  SUPPORT;

  /** Whether the account belongs to the operator and not to a customer. */
  public boolean isStaff() {
    return this != CUSTOMER;
  }
}
