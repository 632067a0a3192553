package org.fapiaosuite.account.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.account.keys.MasterKey;
import org.fapiaosuite.account.keys.Sha256;
import org.fapiaosuite.account.profile.Account;
import org.fapiaosuite.account.profile.Accounts;
import org.fapiaosuite.rest.identity.Ids;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens, prolongs and ends sessions.
 *
 * <p>Refresh tokens are 256 bit and used once. The successor is an HMAC of the predecessor, so that
 * requests in parallel get the same one; a predecessor that comes back after the grace time was
 * stolen or its successor was, and ends the session (RFC 9700, 4.14.2).
 */
@ApplicationScoped
public class SessionDesk {

  private static final Logger LOG = Logger.getLogger(SessionDesk.class);
  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_DEVICE = 120;

  private final Sessions sessions;
  private final Accounts accounts;
  private final EntityManager database;
  private final MasterKey master;
  private final Revoking revoking;
  private final SessionConfig config;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SessionDesk(
      Sessions sessions,
      Accounts accounts,
      EntityManager database,
      MasterKey master,
      Revoking revoking,
      SessionConfig config,
      Ids ids,
      Clock clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.database = database;
    this.master = master;
    this.revoking = revoking;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** A session that goes on, whose account it is, and the refresh token to come back with. */
  public record Continued(Session session, Account account, String refreshToken) {}

  /** Opens a session for somebody who has proven to be the account's owner. */
  @Transactional
  public Continued open(Account account, @Nullable String device) {
    Instant now = clock.instant();
    Duration absolute = account.role().isStaff() ? config.staffAbsolute() : config.absolute();
    Session session =
        new Session(ids.next(), account.id(), shortened(device), now, now.plus(absolute));
    sessions.persist(session);
    byte[] fresh = new byte[TOKEN_BYTES];
    random.nextBytes(fresh);
    String token = text(fresh);
    database.persist(new RefreshToken(Sha256.of(token), session.id(), now));
    return new Continued(session, account, token);
  }

  /**
   * Opens a session on the word of an issuer. It lives as long as one access token and has no
   * refresh token: whoever wants to stay asks the issuer again.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Session openVouched(Account account, String issuer, @Nullable String device) {
    Instant now = clock.instant();
    Session session =
        Session.vouched(
            ids.next(),
            account.id(),
            issuer,
            shortened(device),
            now,
            now.plus(config.accessToken()));
    sessions.persist(session);
    return session;
  }

  /** The issuers on whose word sessions live. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<String> issuers() {
    return sessions.issuers(clock.instant());
  }

  /** Ends every session on the word of an issuer; says how many. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int endAllOf(String issuer) {
    Instant now = clock.instant();
    List<Session> living = sessions.aliveOf(issuer, now);
    living.forEach(session -> end(session, now));
    return living.size();
  }

  /** Prolongs the session of a refresh token; empty when the token is good for nothing. */
  @Transactional
  public Optional<Continued> refresh(String token) {
    RefreshToken known = database.find(RefreshToken.class, Sha256.of(token));
    if (known == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Session> session =
        sessions.locked(known.sessionId()).filter(found -> found.isAlive(now));
    Optional<Account> account =
        session.flatMap(found -> accounts.findByIdOptional(found.accountId()));
    if (session.isEmpty() || account.isEmpty() || !account.get().isActive()) {
      return Optional.empty();
    }
    database.refresh(known); // the lock may have been waited for
    Duration idle = account.get().role().isStaff() ? config.staffIdle() : config.idle();
    if (known.isUnused() && known.isIdle(now, idle)) {
      return Optional.empty();
    }
    String successor = text(master.mac("refresh-token", token.getBytes(UTF_8)));
    if (known.isUnused()) {
      known.use(now);
      session.get().use(now);
      database.persist(new RefreshToken(Sha256.of(successor), session.get().id(), now));
    } else if (!known.isInGrace(now, config.grace())) {
      end(session.get(), now);
      LOG.warnf(
          "refresh token reused, session revoked session=%s account=%s",
          session.get().id(), session.get().accountId());
      return Optional.empty();
    }
    return Optional.of(new Continued(session.get(), account.get(), successor));
  }

  /** Ends the session of a refresh token, used or not; an unknown token ends nothing. */
  @Transactional
  public void end(String token) {
    RefreshToken known = database.find(RefreshToken.class, Sha256.of(token));
    if (known != null) {
      Instant now = clock.instant();
      sessions
          .locked(known.sessionId())
          .filter(found -> found.isAlive(now))
          .ifPresent(found -> end(found, now));
    }
  }

  /** Ends one session of the account; false when it has no such living session. */
  @Transactional
  public boolean end(UUID accountId, UUID sessionId) {
    Instant now = clock.instant();
    Optional<Session> session =
        sessions
            .locked(sessionId)
            .filter(found -> found.accountId().equals(accountId) && found.isAlive(now));
    session.ifPresent(found -> end(found, now));
    return session.isPresent();
  }

  private void end(Session session, Instant now) {
    session.revoke(now);
    revoking.tokensOf(session);
  }

  /** Ends every session of the account; whoever does it raises the account's epoch. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void endAll(UUID accountId) {
    sessions.revokeAll(accountId, clock.instant());
  }

  /** The account's living sessions, the one used last first. */
  @Transactional
  public List<Session> alive(UUID accountId) {
    return sessions.alive(accountId, clock.instant());
  }

  /** Whether the account has this session and it lives. */
  @Transactional
  public boolean isAlive(UUID accountId, UUID sessionId) {
    return sessions
        .findByIdOptional(sessionId)
        .filter(found -> found.accountId().equals(accountId) && found.isAlive(clock.instant()))
        .isPresent();
  }

  /** Forgets sessions that are over; their tokens go with them. */
  @Transactional
  public long forgetOld() {
    return sessions.forget(clock.instant());
  }

  private static @Nullable String shortened(@Nullable String device) {
    return device == null || device.length() <= LONGEST_DEVICE
        ? device
        : device.substring(0, LONGEST_DEVICE);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
