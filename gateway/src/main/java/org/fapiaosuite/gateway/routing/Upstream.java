package org.fapiaosuite.gateway.routing;

/** The services behind the gateway. */
public enum Upstream {
  ACCOUNT("account"),
  ORDER_SYNC("order-sync"),
  FAPIAO("fapiao"),
  NOTIFICATION("notification");

  private final String slug;

  Upstream(String slug) {
    this.slug = slug;
  }

  /** As it is named in addresses and in configuration. */
  public String slug() {
    return slug;
  }
}
