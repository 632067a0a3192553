package org.fapiaosuite.account.exchange;

/**
 * What an issuer's tokens may be signed with (RFC 7518, 3.1). All of them have a public key: a
 * token that is "signed" with that key as a shared secret, or with nothing, has no name in here.
 */
public enum SigningAlgorithm {
  /** RSA, PKCS #1 v1.5, SHA-256. */
  RS256,
  /** RSA, PKCS #1 v1.5, SHA-384. */
  RS384,
  /** RSA, PKCS #1 v1.5, SHA-512. */
  RS512,
  /** RSA, PSS, SHA-256. */
  PS256,
  /** RSA, PSS, SHA-384. */
  PS384,
  /** RSA, PSS, SHA-512. */
  PS512,
  /** ECDSA, P-256. */
  ES256,
  /** ECDSA, P-384. */
  ES384,
  /** ECDSA, P-521. */
  ES512
}
