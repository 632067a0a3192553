package org.fapiaosuite.notification.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.fapiaosuite.kernel.EmailAddress;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to the mail server. Not for two threads at once, except {@link #abort}.
 *
 * <p>Written here because the clients at hand (Vert.x Mail, Jakarta Mail) tell neither how far a
 * failed mail got nor let the last reply take longer than the others; both decide whether a mail
 * may be sent again and whether it may arrive twice.
 */
final class SmtpSession implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmtpSession.class);
  private static final Duration FRESH = Duration.ofMillis(500);

  private final SmtpConfig config;
  private volatile Socket socket;
  private SmtpWire wire;
  private Set<String> extensions = Set.of();
  private boolean encrypted;
  private boolean usable = true;
  private boolean answered;
  private int mails;
  private long lastUsed = System.nanoTime();

  private SmtpSession(SmtpConfig config, Socket socket) throws IOException {
    this.config = config;
    this.socket = socket;
    this.wire = new SmtpWire(socket);
  }

  /**
   * Connects, greets, encrypts and signs in as configured.
   *
   * @param trust makes the encrypted connection
   * @throws ServerAwayException when the server cannot be used at present
   */
  static SmtpSession open(SmtpConfig config, SSLSocketFactory trust) throws ServerAwayException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(
          new InetSocketAddress(config.host(), config.port()),
          (int) config.connectTimeout().toMillis());
      SmtpSession session = new SmtpSession(config, socket);
      session.introduce(trust);
      return session;
    } catch (IOException e) {
      closeQuietly(socket);
      throw new ServerAwayException("connection: " + e.getClass().getSimpleName(), e);
    } catch (ServerAwayException e) {
      closeQuietly(socket);
      throw e;
    }
  }

  private void introduce(SSLSocketFactory trust) throws IOException, ServerAwayException {
    long deadline = System.nanoTime() + config.handoverTimeout().toNanos();
    expect(wire.reply(remaining(deadline)), "greeting");
    hello(deadline);
    if (config.startTls() != SmtpConfig.StartTls.DISABLED && extensions.contains("STARTTLS")) {
      expect(ask("STARTTLS", deadline), "STARTTLS");
      encrypt(trust, deadline);
      hello(deadline);
    } else if (config.startTls() == SmtpConfig.StartTls.REQUIRED) {
      throw new ServerAwayException("server offers no STARTTLS", (SmtpReply) null);
    }
    if (config.username().isPresent()) {
      signIn(config.username().get(), config.password().orElse(""), deadline);
    }
  }

  private void hello(long deadline) throws IOException, ServerAwayException {
    SmtpReply reply = ask("EHLO " + config.helloName(), deadline);
    if (reply.isPermanent()) {
      reply = ask("HELO " + config.helloName(), deadline);
      expect(reply, "HELO");
      extensions = Set.of();
      return;
    }
    expect(reply, "EHLO");
    extensions = new TreeSet<>(List.of(reply.text().toUpperCase(Locale.ROOT).split("[ =]")));
  }

  private void encrypt(SSLSocketFactory trust, long deadline) throws IOException {
    SSLSocket secure = (SSLSocket) trust.createSocket(socket, config.host(), config.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.setSoTimeout((int) remaining(deadline).toMillis());
    secure.startHandshake();
    socket = secure;
    wire = new SmtpWire(secure);
    encrypted = true;
  }

  private void signIn(String username, String password, long deadline)
      throws IOException, ServerAwayException {
    if (!encrypted && config.startTls() != SmtpConfig.StartTls.DISABLED) {
      throw new ServerAwayException("no password over a plain connection", (SmtpReply) null);
    }
    if (extensions.contains("PLAIN")) {
      String plain = "\0" + username + "\0" + password;
      expect(ask("AUTH PLAIN " + base64(plain), deadline), "AUTH");
    } else {
      ask("AUTH LOGIN", deadline);
      ask(base64(username), deadline);
      expect(ask(base64(password), deadline), "AUTH");
    }
  }

  /** Hands over one mail, whose lines all end in CRLF; whatever happens is in the result. */
  SendResult send(EmailAddress from, EmailAddress to, byte[] mail) {
    mails++;
    answered = false;
    boolean ended = false;
    try {
      SendResult refusal = announce(from, to);
      if (refusal != null) {
        return refusal;
      }
      wire.text(mail);
      wire.command(".");
      ended = true;
      wire.flush();
      SmtpReply reply = wire.reply(config.finalTimeout());
      usable = !reply.isClosing();
      return reply.isDone() ? SendResult.accepted(reply) : SendResult.refused(reply, "text");
    } catch (IOException e) {
      usable = false;
      String how = e instanceof SocketTimeoutException ? "timeout" : "connection lost";
      return ended
          ? SendResult.unanswered(how + " after the final dot")
          : SendResult.broken(how + " before the final dot");
    } finally {
      lastUsed = System.nanoTime();
    }
  }

  /** Sender, recipient and DATA, in one go where the server allows (RFC 2920). */
  private @Nullable SendResult announce(EmailAddress from, EmailAddress to) throws IOException {
    long deadline = System.nanoTime() + config.handoverTimeout().toNanos();
    String[] names = {"MAIL", "RCPT", "DATA"};
    String[] commands = {"MAIL FROM:<" + from.text() + ">", "RCPT TO:<" + to.text() + ">", "DATA"};
    boolean pipelined = extensions.contains("PIPELINING");
    if (pipelined) {
      for (String command : commands) {
        wire.command(command);
      }
      wire.flush();
    }
    SendResult refusal = null;
    for (int i = 0; i < commands.length; i++) {
      SmtpReply reply = pipelined ? wire.reply(remaining(deadline)) : ask(commands[i], deadline);
      answered = true;
      boolean positive = i == 2 ? reply.code() == 354 : reply.isDone();
      if (refusal != null) {
        // The server waits for a text it must not get; only hanging up is safe.
        usable &= !(positive && i == 2);
      } else if (!positive) {
        refusal = SendResult.refused(reply, names[i]);
        usable = !reply.isClosing();
        if (!pipelined || !usable) {
          break;
        }
      }
    }
    if (refusal != null && usable) {
      usable = ask("RSET", deadline).isDone();
    }
    return refusal;
  }

  /** True when the last mail met a connection that had died since the mail before it. */
  boolean wasStale() {
    return mails > 1 && !answered;
  }

  /** Whether another mail may go over this connection. */
  boolean isReusable() {
    long idle = System.nanoTime() - lastUsed;
    if (!usable || mails >= config.mailsPerConnection() || idle > config.idleTimeout().toNanos()) {
      return false;
    }
    try {
      return idle < FRESH.toNanos() || !wire.hasUnaskedInput();
    } catch (IOException e) {
      return false;
    }
  }

  private SmtpReply ask(String command, long deadline) throws IOException {
    wire.command(command);
    wire.flush();
    return wire.reply(remaining(deadline));
  }

  private Duration remaining(long deadline) throws SocketTimeoutException {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      throw new SocketTimeoutException("conversation took too long");
    }
    return left.compareTo(config.replyTimeout()) < 0 ? left : config.replyTimeout();
  }

  private static void expect(SmtpReply reply, String command) throws ServerAwayException {
    if (!reply.isDone()) {
      throw new ServerAwayException(command + " refused", reply);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the conversation at once, from any thread: what waits for a reply fails. */
  void abort() {
    closeQuietly(socket);
  }

  /** Takes leave of the server, without waiting for its answer. */
  @Override
  public void close() {
    try {
      if (usable) {
        wire.command("QUIT");
        wire.flush();
      }
    } catch (IOException e) {
      LOG.debugf("server was gone before QUIT, error=%s", e.getClass().getSimpleName());
    } finally {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debugf("socket did not close, error=%s", e.getClass().getSimpleName());
    }
  }
}
