package org.fapiaosuite.account.profile;

/** Whether an account may be used. */
public enum AccountStatus {
  ACTIVE,
  DISABLED
}
