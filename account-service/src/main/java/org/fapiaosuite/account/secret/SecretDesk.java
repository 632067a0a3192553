package org.fapiaosuite.account.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.keys.MasterKey;
import org.fapiaosuite.account.keys.Sha256;
import org.fapiaosuite.rest.identity.Ids;

/**
 * Asks for secrets, mints them when their mail is about to leave, and takes them back.
 *
 * <p>A secret is an HMAC of its kind and its request's id, so minting it twice gives the same one,
 * and a mail that was sent twice carries the same one. The newest request for a subject wins.
 */
@ApplicationScoped
public class SecretDesk implements SecretSource {

  private final SecretRequests requests;
  private final MasterKey master;
  private final SecretConfig config;
  private final Ids ids;
  private final Clock clock;

  SecretDesk(SecretRequests requests, MasterKey master, SecretConfig config, Ids ids, Clock clock) {
    this.requests = requests;
    this.master = master;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a redeemed secret opened. */
  public record Redeemed(UUID subject, boolean usedBefore) {}

  /** Asks for a mail with a secret; the id belongs into the event that leads to the mail. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID request(SecretKind kind, UUID subject) {
    withdraw(kind, subject);
    SecretRequest request = new SecretRequest(ids.next(), kind, subject, clock.instant());
    requests.persist(request);
    return request.id();
  }

  /** No secret of this kind opens the subject any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdraw(SecretKind kind, UUID subject) {
    requests.lockedLive(kind, subject).forEach(older -> older.supersede(clock.instant()));
  }

  @Override
  public boolean serves(SecretKind kind) {
    return kind != SecretKind.CLAIM_CODE;
  }

  @Override
  @Transactional(dontRollbackOn = NoLongerWanted.class)
  public Optional<Minted> mint(SecretKind kind, String requestId) {
    return uuid(requestId)
        .flatMap(requests::locked)
        .filter(request -> request.kind() == kind)
        .map(this::mint);
  }

  private Minted mint(SecretRequest request) {
    Instant now = clock.instant();
    if (!request.isWanted(now, request.requestedAt().plus(config.worthSending()))) {
      throw new NoLongerWanted();
    }
    String secret = secret(request.kind(), request.id().toString());
    Instant expiresAt = now.plus(life(request.kind()));
    request.mint(Sha256.of(secret), expiresAt);
    return new Minted(secret, expiresAt);
  }

  /** The one secret of a subject that is keyed by name, such as an order's claim code. */
  public String secret(SecretKind kind, String name) {
    return kind.write(master.mac("secret-" + kind, name.getBytes(UTF_8)));
  }

  /** Hash of a typed secret, comparable with the hash of the minted one. */
  public String hashOf(SecretKind kind, String typed) {
    return Sha256.of(kind.read(typed));
  }

  /**
   * Takes a secret: the first use burns it. A later use is reported as such, for callers whose
   * action is done once and may be answered the same again.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Redeemed> redeem(SecretKind kind, String typed) {
    Instant now = clock.instant();
    return requests
        .lockedBySecret(kind, hashOf(kind, typed))
        .filter(request -> request.isUsed() || request.isGood(now))
        .map(
            request -> {
              boolean usedBefore = request.isUsed();
              if (!usedBefore) {
                request.use(now);
              }
              return new Redeemed(request.subject(), usedBefore);
            });
  }

  /**
   * Takes a secret that must belong to this subject; false when it does not or was used. What does
   * not even look like one is not looked up, so that a password takes as long for everybody.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean redeemFor(SecretKind kind, String typed, UUID subject) {
    if (kind.read(typed).isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Optional<SecretRequest> request =
        requests
            .lockedBySecret(kind, hashOf(kind, typed))
            .filter(found -> found.subject().equals(subject) && found.isGood(now));
    request.ifPresent(found -> found.use(now));
    return request.isPresent();
  }

  /** Whether this is a secret that was mailed for this subject at some time, good or not. */
  @Transactional
  public boolean wasMailed(SecretKind kind, String typed, UUID subject) {
    return requests
        .bySecret(kind, hashOf(kind, typed))
        .filter(found -> found.subject().equals(subject))
        .isPresent();
  }

  /** Forgets requests nobody will ask for again. */
  @Transactional
  public long forgetOld() {
    return requests.forget(clock.instant().minus(config.kept()));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private Duration life(SecretKind kind) {
    return switch (kind) {
      case ACTIVATION -> config.activation();
      case CLAIM_APPROVAL -> config.claimApproval();
      case TEMPORARY_PASSWORD -> config.temporaryPassword();
      case EMAIL_CHANGE -> config.emailChange();
      case CLAIM_CODE -> throw new IllegalArgumentException("a claim code does not expire");
    };
  }
}
