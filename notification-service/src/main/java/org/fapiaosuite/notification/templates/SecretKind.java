package org.fapiaosuite.notification.templates;

/** A secret that a mail carries; its owner makes it at the moment of sending. */
public enum SecretKind {
  /** Opens a registration. Subject: the request's id. */
  ACTIVATION(Owner.ACCOUNT),
  /** Proves who got an order's confirmation. Subject: the order number. */
  CLAIM_CODE(Owner.ACCOUNT),
  /** Lets a payer approve a claim. Subject: the request's id. */
  CLAIM_APPROVAL(Owner.ACCOUNT),
  /** One sign-in, to set a new password. Subject: the request's id. */
  TEMPORARY_PASSWORD(Owner.ACCOUNT),
  /** Confirms a new address. Subject: the request's id. */
  EMAIL_CHANGE(Owner.ACCOUNT),
  /** Shown at the counter. Subject: the application's id. */
  PICKUP_CODE(Owner.FAPIAO);

  private final Owner owner;

  SecretKind(Owner owner) {
    this.owner = owner;
  }

  public Owner owner() {
    return owner;
  }

  /** The service that makes and checks a secret. */
  public enum Owner {
    /** account-service. */
    ACCOUNT("account-service"),
    /** fapiao-service. */
    FAPIAO("fapiao-service");

    private final String service;

    Owner(String service) {
      this.service = service;
    }

    /** Name of the service, the audience of a token for it. */
    public String service() {
      return service;
    }
  }
}
