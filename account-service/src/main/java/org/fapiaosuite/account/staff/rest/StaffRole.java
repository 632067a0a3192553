package org.fapiaosuite.account.staff.rest;

import org.fapiaosuite.account.profile.Role;

/** The roles staff can have. */
public enum StaffRole {
  /** Works on applications: accepts, issues, mails out. */
  CLERK(Role.CLERK),
  /** A clerk who also decides: approvals, calendar, notices, dead letters. */
  LEAD(Role.LEAD),
  /** Keeps staff accounts and the machinery; may do what a lead may with dead letters. */
  ADMIN(Role.ADMIN),
  /** Reads, and changes nothing. */
  AUDITOR(Role.AUDITOR),
  /** Helps customers: reads mails and applications, sends mails again. */
  SUPPORT(Role.SUPPORT);

  private final Role role;

  StaffRole(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }
}
