package org.fapiaosuite.account.secret;

import java.util.Base64;

/** What a mailed secret is for, and therefore how it looks. */
public enum SecretKind {
  /** Subject: the registration. */
  ACTIVATION,
  /** Subject: the claim that the payer is asked to approve. */
  CLAIM_APPROVAL,
  /** Subject: the account. Typed by hand, so in groups: 24 symbols of five bits. */
  TEMPORARY_PASSWORD,
  /** Subject: the e-mail change. */
  EMAIL_CHANGE,
  /** Keyed by the order number instead of a request: any number of mails carry the same code. */
  CLAIM_CODE;

  private static final int PASSWORD_SYMBOLS = 24;
  private static final int PASSWORD_GROUP = 4;
  private static final int CODE_SYMBOLS = 26;

  /** The secret as the reader of the mail sees it. */
  String write(byte[] random) {
    return switch (this) {
      case ACTIVATION, CLAIM_APPROVAL, EMAIL_CHANGE ->
          Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      case TEMPORARY_PASSWORD -> Crockford.write(random, PASSWORD_SYMBOLS, PASSWORD_GROUP);
      case CLAIM_CODE -> Crockford.write(random, CODE_SYMBOLS, CODE_SYMBOLS);
    };
  }

  /** The secret as it was written, from what somebody typed or pasted. */
  String read(String typed) {
    return switch (this) {
      case ACTIVATION, CLAIM_APPROVAL, EMAIL_CHANGE -> typed.strip();
      case TEMPORARY_PASSWORD -> Crockford.read(typed, PASSWORD_SYMBOLS, PASSWORD_GROUP);
      case CLAIM_CODE -> Crockford.read(typed, CODE_SYMBOLS, CODE_SYMBOLS);
    };
  }
}
