package org.fapiaosuite.notification.smtp;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Hands mails to the configured server over connections that are kept and used again. */
@ApplicationScoped
public class SmtpMailer {
  private final SmtpConfig config;
  private final SSLSocketFactory trust;
  private final ConcurrentLinkedDeque<SmtpSession> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore places;

  SmtpMailer(SmtpConfig config) {
    this.config = config;
    this.places = new Semaphore(config.idleConnections());
    this.trust = TrustedCertificates.factory(config.trustedCertificates());
  }

  /**
   * Offers one mail to the server and waits for its answer.
   *
   * @param mail the whole mail, header and body, 7-bit, lines ending in CRLF
   * @param started told, before anything is said, how to break the conversation off from outside,
   *     and after it that there is nothing left to break off
   */
  public SendResult send(
      EmailAddress from, EmailAddress to, byte[] mail, Consumer<Runnable> started) {
    SmtpSession kept = takeIdle();
    if (kept != null) {
      Handover handover = sendOver(kept, from, to, mail, started);
      if (!handover.stale()) {
        return handover.result();
      }
    }
    try {
      return sendOver(SmtpSession.open(config, trust), from, to, mail, started).result();
    } catch (ServerAwayException e) {
      return SendResult.serverAway(e.reply(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Sends, then gives the session back: from there on it may be another sender's, so whatever is to
   * be known of this mail is asked before.
   */
  private Handover sendOver(
      SmtpSession session,
      EmailAddress from,
      EmailAddress to,
      byte[] mail,
      Consumer<Runnable> started) {
    started.accept(session::abort);
    SendResult result = session.send(from, to, mail);
    started.accept(SmtpMailer::nothingToBreakOff);
    Handover handover = new Handover(result, session.wasStale());
    if (session.isReusable() && places.tryAcquire()) {
      idle.addFirst(session);
    } else {
      session.close();
    }
    return handover;
  }

  private @Nullable SmtpSession takeIdle() {
    for (SmtpSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      places.release();
      if (session.isReusable()) {
        return session;
      }
      session.close();
    }
    return null;
  }

  /** Closes what has been idle for too long; called now and then. */
  public void tidy() {
    for (SmtpSession session = idle.pollLast(); session != null; session = idle.pollLast()) {
      if (session.isReusable()) {
        idle.addLast(session);
        return;
      }
      places.release();
      session.close();
    }
  }

  @PreDestroy
  void close() {
    for (SmtpSession session = idle.poll(); session != null; session = idle.poll()) {
      session.close();
    }
  }

  private static void nothingToBreakOff() {
    // the conversation is over
  }

  /**
   * How one mail went over one session.
   *
   * @param stale whether the session had died before the mail
   */
  private record Handover(SendResult result, boolean stale) {}
}
