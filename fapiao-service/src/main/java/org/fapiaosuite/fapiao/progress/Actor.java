package org.fapiaosuite.fapiao.progress;

import org.fapiaosuite.fapiao.wording.Worded;

/** Who moved an application or a support case on. */
public enum Actor implements Worded {
  /** The customer. */
  CUSTOMER,
  /** Staff of the service centre. */
  SERVICE_CENTRE,
  /** It came by itself. */
  SYSTEM;

  @Override
  public String wordingKey() {
    return "actor." + name();
  }
}
