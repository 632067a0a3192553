package org.fapiaosuite.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.fapiaosuite.testkit.smtp.FaultSmtpServer;
import org.jspecify.annotations.Nullable;

/**
 * The service's neighbours in tests: a mail server that can misbehave and the owners of secrets,
 * injected into fields of their types. All times are those of production divided by {@link #SCALE},
 * except that no timeout is so short that a busy machine would meet it.
 */
public final class MailSurroundings implements QuarkusTestResourceLifecycleManager {
  /** Production's times are this many times as long; 1 runs in real time. */
  public static final int SCALE = Integer.getInteger("fapiao.mail.scale", 500);

  private @Nullable FaultSmtpServer smtp;
  private @Nullable SecretDesk secrets;

  /** A time of production, as long as it is in this run. */
  public static Duration scaled(Duration real) {
    return real.dividedBy(SCALE);
  }

  /**
   * How long the reply to the end of a mail's text is waited for: RFC 5321's ten minutes and more.
   */
  public static Duration finalTimeout() {
    return Duration.parse(real("PT11M", "PT3S"));
  }

  @Override
  public Map<String, String> start() {
    try {
      smtp = FaultSmtpServer.start();
      secrets = new SecretDesk();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return config(smtp, secrets);
  }

  /** What the service is told about these two. */
  public static Map<String, String> config(FaultSmtpServer smtp, SecretDesk secrets) {
    Map<String, String> config = new HashMap<>();
    config.put("fapiao.trust.account-url", secrets.url());
    config.put("fapiao.notification.smtp.host", "127.0.0.1");
    config.put("fapiao.notification.smtp.port", String.valueOf(smtp.port()));
    config.put("fapiao.notification.smtp.start-tls", "OPTIONAL");
    config.put("fapiao.notification.links.public-url", "https://fapiao.example");
    config.put(
        "fapiao.notification.service-key", "${fapiao.testkit.keys}/notification-service.pem");
    config.put("fapiao.notification.secret-pause", "PT0.05S");
    config.put("fapiao.notification.owners.account", secrets.url());
    config.put("fapiao.notification.owners.fapiao", secrets.url());
    config.put("fapiao.notification.smtp.reply-timeout", real("PT60S", "PT0.5S"));
    config.put("fapiao.notification.smtp.handover-timeout", real("PT200S", "PT2S"));
    config.put("fapiao.notification.smtp.final-timeout", real("PT11M", "PT3S"));
    config.put("fapiao.notification.delivery.lease", real("PT15M", "PT6S"));
    config.put("fapiao.notification.delivery.slow-after", real("PT5S"));
    config.put("fapiao.notification.delivery.poll-interval", real("PT5S"));
    config.put("fapiao.notification.delivery.server-pause", real("PT1S"));
    config.put("fapiao.notification.delivery.server-pause-ceiling", real("PT30S"));
    config.put(
        "fapiao.notification.delivery.retries",
        String.join(
            ",",
            real("PT1M"),
            real("PT5M"),
            real("PT15M"),
            real("PT30M"),
            real("PT1H"),
            real("PT2H"),
            real("PT4H")));
    config.put("fapiao.notification.delivery.waits", "PT0.05S,PT0.1S,PT0.2S");
    return config;
  }

  private static String real(String duration, String atLeast) {
    Duration real = scaled(Duration.parse(duration));
    Duration least = Duration.parse(atLeast);
    return (real.compareTo(least) < 0 ? least : real).toString();
  }

  private static String real(String duration) {
    return scaled(Duration.parse(duration)).toString();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(smtp, new TestInjector.MatchesType(FaultSmtpServer.class));
    injector.injectIntoFields(secrets, new TestInjector.MatchesType(SecretDesk.class));
  }

  @Override
  public void stop() {
    try {
      if (smtp != null) {
        smtp.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (secrets != null) {
      secrets.close();
    }
  }
}
