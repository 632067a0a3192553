package org.fapiaosuite.account.staff.rest;

import org.fapiaosuite.account.profile.Role;

/** The roles staff can have. */
public enum StaffRole {
  CLERK(Role.CLERK),
  LEAD(Role.LEAD),
  ADMIN(Role.ADMIN),
  AUDITOR(Role.AUDITOR),
  SUPPORT(Role.SUPPORT);

  private final Role role;

  StaffRole(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }
}
