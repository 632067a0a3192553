package org.fapiaosuite.notification.delivery;

/** Why a mail is not sent, or not yet. */
public enum Reason {
  /** The server refused it (4xx or 5xx). */
  REFUSED,
  /** The connection broke before the server can have taken it. */
  CONNECTION_BROKEN,
  /** The server did not say whether it took it. */
  NO_ANSWER,
  /** The process that was sending it died or hung; whether it was taken is unknown. */
  LEASE_EXPIRED,
  /** The server takes no mail at all at present. */
  SERVER_AWAY,
  /** The owner of its secret does not know the subject yet, or does not answer. */
  NO_SECRET,
  /** The account's address has not arrived yet. */
  NO_RECIPIENT,
  /** The recipient has had too many of this kind lately. */
  RATE_LIMITED,
  /** An error of ours; the log has it. */
  INTERNAL_ERROR,
  /** No mail can go to this address. */
  INVALID_ADDRESS,
  /** The address bounced before and staff have not lifted that. */
  SUPPRESSED,
  /** Its secret was used, superseded or has expired. */
  NOT_WANTED,
  /** The account was erased. */
  ERASED,
  /** Tried for as long as the kind is worth it. */
  GAVE_UP
}
