package org.fapiaosuite.account.registration;

/** How far a registration has come. */
public enum RegistrationStatus {
  /** Kept; nothing has been looked up yet. */
  RECEIVED,
  /** No payment is known for the order number; its arrival wakes the registration. */
  WAITING_FOR_ORDER,
  /** The activation mail is on its way. */
  AWAITING_ACTIVATION,
  /** It became an account. */
  ACTIVATED,
  /** It came to nothing: the address has an account, or got more mails than it should. */
  CLOSED
}
