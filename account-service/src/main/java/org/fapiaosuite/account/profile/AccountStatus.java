package org.fapiaosuite.account.profile;

/** Whether an account may be used. */
public enum AccountStatus {
  /** It may sign in. */
  ACTIVE,
  /** It may not sign in, and its tokens are refused; an administrator can undo that. */
  DISABLED
}
