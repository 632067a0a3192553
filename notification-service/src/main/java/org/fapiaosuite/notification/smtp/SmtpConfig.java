package org.fapiaosuite.notification.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** The mail server this service hands its mails to, and how long it may take. */
@ConfigMapping(prefix = "fapiao.notification.smtp")
public interface SmtpConfig {

  /** Name or address of the server. */
  String host();

  /** Port; 587 is submission (RFC 6409). */
  @Min(1)
  @Max(65535)
  int port();

  /** Whether the connection is encrypted before anything is said. */
  @WithDefault("REQUIRED")
  StartTls startTls();

  /** PEM file with the certificates to trust instead of the Java trust store. */
  Optional<String> trustedCertificates();

  /** Account at the server; without it nobody signs in. */
  Optional<String> username();

  /** Password of that account. Used only over an encrypted connection. */
  Optional<String> password();

  /** How this machine introduces itself: its host name, or an address in brackets. */
  @WithDefault("[127.0.0.1]")
  String helloName();

  /** How long opening the connection may take. */
  @WithDefault("PT10S")
  Duration connectTimeout();

  /** How long one reply may take before the mail's text is handed over. */
  @WithDefault("PT60S")
  Duration replyTimeout();

  /** How long everything up to the end of the mail's text may take, all replies together. */
  @WithDefault("PT200S")
  Duration handoverTimeout();

  /** How long the reply to the end of the text may take: 10 minutes by RFC 5321, and some slack. */
  @WithDefault("PT11M")
  Duration finalTimeout();

  /** After this time without a mail a connection is closed rather than used again. */
  @WithDefault("PT30S")
  Duration idleTimeout();

  /** Connections kept for the next mails; more are closed after their mail. */
  @WithDefault("4")
  @Min(1)
  int idleConnections();

  /** Mails over one connection before a new one is opened. */
  @WithDefault("500")
  @Min(1)
  int mailsPerConnection();

  /** What to do about encryption with STARTTLS (RFC 3207). */
  enum StartTls {
    /** No mail leaves without it. */
    REQUIRED,
    /** Where the server offers it. */
    OPTIONAL,
    /** Never; for a server on the same machine. */
    DISABLED
  }
}
