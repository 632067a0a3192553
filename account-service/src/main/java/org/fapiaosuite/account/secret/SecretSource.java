package org.fapiaosuite.account.secret;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the secrets of some kinds. */
public interface SecretSource {

  /**
   * A secret and until when it is good.
   *
   * @param expiresAt null for one that does not expire
   */
  record Minted(String secret, @Nullable Instant expiresAt) {}

  /** Whether secrets of this kind are found here. */
  boolean serves(SecretKind kind);

  /**
   * The secret for the mail that leaves now.
   *
   * @param subjectId id of the request as in the event; the order number for a claim code
   * @return empty when there is no such subject (yet)
   * @throws NoLongerWanted when the mail should be dropped
   */
  Optional<Minted> mint(SecretKind kind, String subjectId);

  /** The mail is no longer wanted: its secret was used, superseded, or asked for too long ago. */
  final class NoLongerWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
