package org.fapiaosuite.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.secret.SecretOwners;
import org.fapiaosuite.notification.smtp.Email;
import org.fapiaosuite.notification.smtp.SendResult;
import org.fapiaosuite.notification.smtp.SmtpMailer;
import org.fapiaosuite.notification.templates.MailTexts;
import org.fapiaosuite.notification.templates.SecretKind;
import org.fapiaosuite.notification.templates.SenderConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One try to send one mail: recipient, limit, secret, words, server. No transaction is open. */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);

  private final SendQueue queue;
  private final RecipientLimits limits;
  private final Suppressions suppressions;
  private final SecretOwners secrets;
  private final MailTexts texts;
  private final SmtpMailer mailer;
  private final ServerGate gate;
  private final Clock clock;
  private final EmailAddress from;

  Sender(
      SendQueue queue,
      RecipientLimits limits,
      Suppressions suppressions,
      SecretOwners secrets,
      MailTexts texts,
      SmtpMailer mailer,
      ServerGate gate,
      SenderConfig config,
      Clock clock) {
    this.queue = queue;
    this.limits = limits;
    this.suppressions = suppressions;
    this.secrets = secrets;
    this.texts = texts;
    this.mailer = mailer;
    this.gate = gate;
    this.clock = clock;
    this.from =
        EmailAddress.parseForDelivery(config.address())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "fapiao.notification.sender.address is no e-mail address"));
  }

  /**
   * Tries; never throws.
   *
   * @param started told how to break the conversation with the server off
   */
  Ending send(Delivery delivery, Consumer<Runnable> started) {
    try {
      if (delivery.address() == null) {
        return notOffered(withoutRecipient(delivery));
      }
      Optional<EmailAddress> to = EmailAddress.parseForDelivery(delivery.address());
      if (to.isEmpty()) {
        return notOffered(Ending.hopeless(Reason.INVALID_ADDRESS));
      }
      if (delivery.suppressed()) {
        return notOffered(Ending.hopeless(Reason.SUPPRESSED));
      }
      Optional<Instant> free = limits.reserve(delivery, to.get());
      if (free.isPresent()) {
        return notOffered(Ending.notBefore(free.get(), Reason.RATE_LIMITED));
      }
      Optional<SecretKind> kind = delivery.kind().secret();
      if (kind.isEmpty()) {
        return offer(delivery, to.get(), null, started);
      }
      SecretOwners.Answer answer =
          secrets.ask(
              kind.get(), String.valueOf(delivery.subjectId()), queue.behind(delivery.kind()));
      return switch (answer.type()) {
        case SECRET -> offer(delivery, to.get(), answer.secret(), started);
        case NOT_YET -> notOffered(Ending.notReady(Reason.NO_SECRET));
        case NOT_ASKED -> notOffered(Ending.notOffered(Reason.NO_SECRET));
        case NOT_WANTED -> notOffered(Ending.notWanted());
      };
    } catch (SQLException e) {
      LOG.warnf("mail is waiting for the database, sqlState=%s", e.getSQLState());
      return notOffered(Ending.notReady(Reason.INTERNAL_ERROR));
    } catch (RuntimeException e) {
      LOG.errorf(e, "mail could not be composed, delivery=%s", delivery.id());
      return notOffered(Ending.notReady(Reason.INTERNAL_ERROR));
    }
  }

  /**
   * The address of a new account may be on its way. A mail with a secret waits for it only as long
   * as the secret is wanted: until the next one is asked for, or it would come too late.
   */
  private Ending withoutRecipient(Delivery delivery) {
    boolean wanted =
        delivery
            .kind()
            .secret()
            .map(kind -> secrets.ask(kind, String.valueOf(delivery.subjectId())).type())
            .filter(SecretOwners.Answer.Type.NOT_WANTED::equals)
            .isEmpty();
    return wanted ? Ending.notReady(Reason.NO_RECIPIENT) : Ending.notWanted();
  }

  private Ending offer(
      Delivery delivery, EmailAddress to, @Nullable String secret, Consumer<Runnable> started) {
    MailTexts.WrittenMail mail =
        texts.write(delivery.kind(), delivery.locale(), delivery.facts(), secret);
    byte[] bytes =
        new Email(
                from,
                mail.from(),
                to,
                mail.subject(),
                mail.text(),
                mail.html(),
                delivery.messageId(),
                mail.language(),
                clock.instant())
            .toBytes();
    SendResult result = mailer.send(from, to, bytes, started);
    if (result.outcome() == SendResult.Outcome.SERVER_AWAY) {
      if (gate.serverAway()) {
        LOG.warnf("mail server unavailable, mails are waiting, cause=%s", result.detail());
      }
    } else if (gate.serverAnswered()) {
      LOG.info("mail server available again");
    }
    if (bounced(result)) {
      suppressions.add(to, result.reply());
    }
    return Ending.of(result).without(secret);
  }

  private static boolean bounced(SendResult result) {
    return result.outcome() == SendResult.Outcome.REFUSED_FOR_GOOD
        && result.recipientRefused()
        && result.reply() != null
        && result.reply().saysNoSuchMailbox();
  }

  private Ending notOffered(Ending ending) {
    gate.probeUnused();
    return ending;
  }
}
