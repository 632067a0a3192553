package org.fapiaosuite.fapiao.progress;

import org.fapiaosuite.fapiao.wording.Worded;

/** Who moved an application on. */
public enum Actor implements Worded {
  CUSTOMER,
  SERVICE_CENTRE,
  SYSTEM;

  @Override
  public String wordingKey() {
    return "actor." + name();
  }
}
