package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.notification.NotificationTest;
import org.fapiaosuite.notification.secret.SecretOwners;
import org.fapiaosuite.notification.templates.MailKind;
import org.fapiaosuite.testkit.Database;
import org.junit.jupiter.api.AfterEach;

/**
 * The queue with senders that live long after the service, so that they have the mails for
 * themselves that are due only then.
 */
@QuarkusTest
abstract class LaterSendersTest extends NotificationTest {
  private static final Instant DUE = Instant.parse("2099-01-01T00:00:00Z");
  static final Instant LATER = DUE.plus(Duration.ofHours(1));
  static final MailKind URGENT = MailKind.PASSWORD_RESET;
  static final MailKind ORDINARY = MailKind.ORDER_CONFIRMATION;

  @Inject AgroalDataSource database;
  @Inject SecretOwners owners;
  @Inject RetryPlan retries;
  @Inject DeliveryConfig config;

  /** No later test waits for the leases. */
  @AfterEach
  void forgetWhatWasTaken() {
    Database.execute("public", "DELETE FROM delivery WHERE lease_until > '" + DUE + "'");
  }

  void add(MailKind kind, int count, int secondsLater) {
    Database.execute("public", rows(kind, count, secondsLater));
  }

  static String rows(MailKind kind, int count, int secondsLater) {
    return """
    INSERT INTO delivery (id, event_id, kind, message_id, address, locale, subject_id,
      order_numbers, facts, state, next_attempt_at, give_up_at, created_at, changed_at)
    SELECT uuidv7(), gen_random_uuid(), '%1$s', 'm@service-centre.example', 'u@contoso.example', 'en',
      's', '{E1}', '{}', 'PENDING', timestamptz '%2$s' + interval '%3$d seconds',
      timestamptz '%2$s' + interval '4 days', now(), now()
    FROM generate_series(1, %4$d)
    """
        .formatted(kind, DUE, secondsLater, count);
  }

  SendQueue sender() {
    return sender(database);
  }

  SendQueue sender(AgroalDataSource database) {
    return new SendQueue(
        database, owners, retries, new Bell(), config, Clock.fixed(LATER, ZoneOffset.UTC));
  }

  static List<MailKind> take(SendQueue sender, int most) throws SQLException {
    List<MailKind> kinds = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Delivery taken = sender.claim();
      if (taken != null) {
        kinds.add(taken.kind());
      }
    }
    return kinds;
  }
}
