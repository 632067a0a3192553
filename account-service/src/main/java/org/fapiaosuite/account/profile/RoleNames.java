package org.fapiaosuite.account.profile;

/** The roles as access tokens name them, for annotations. */
public final class RoleNames {

  public static final String CUSTOMER = "CUSTOMER";
  public static final String CLERK = "CLERK";
  public static final String LEAD = "LEAD";
  public static final String ADMIN = "ADMIN";
  public static final String AUDITOR = "AUDITOR";
  public static final String SUPPORT = "SUPPORT";

  /** Of a token that was got with a temporary password: it may set a new one, nothing else. */
  public static final String PASSWORD_CHANGE = "PASSWORD_CHANGE";

  private RoleNames() {}
}
