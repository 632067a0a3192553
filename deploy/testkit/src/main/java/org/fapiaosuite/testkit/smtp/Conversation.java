package org.fapiaosuite.testkit.smtp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection to the server. */
final class Conversation {
  private final FaultSmtpServer server;
  private Socket socket;
  private BufferedReader in;
  private OutputStream out;
  private boolean encrypted;
  private String from = "";
  private String recipient = "";
  private int clearedBefore;

  Conversation(FaultSmtpServer server, Socket socket) throws IOException {
    this.server = server;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = reader(socket);
    out = socket.getOutputStream();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  void run() throws IOException {
    answer(Fault.Point.CONNECT, "220 fault.example ESMTP");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" ->
            answer(
                Fault.Point.EHLO,
                "250 fault.example\n8BITMIME"
                    + (server.offersPipelining() ? "\nPIPELINING" : "")
                    + (server.encryption() != null && !encrypted ? "\nSTARTTLS" : ""));
        case "STARTTLS" -> encrypt();
        case "MAIL" -> {
          clearedBefore = server.timesCleared();
          from = between(line);
          recipient = "";
          answer(Fault.Point.MAIL, "250 2.1.0 Ok");
        }
        case "RCPT" -> {
          recipient = between(line);
          answer(Fault.Point.RCPT, "250 2.1.5 Ok");
        }
        case "DATA" -> {
          if (answer(Fault.Point.DATA, "354 End data with <CR><LF>.<CR><LF>")) {
            text();
          }
        }
        case "RSET", "NOOP" -> say("250 Ok");
        case "QUIT" -> {
          say("221 Bye");
          return;
        }
        default -> say("502 5.5.2 Command not recognized");
      }
    }
  }

  private void encrypt() throws IOException {
    SSLContext context = server.encryption();
    if (context == null || encrypted) {
      say("502 5.5.1 Not now");
      return;
    }
    say("220 2.0.0 Ready to start TLS");
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, server.port(), false);
    secure.setUseClientMode(false);
    secure.startHandshake();
    socket = secure;
    in = reader(secure);
    out = secure.getOutputStream();
    encrypted = true;
  }

  private void text() throws IOException {
    StringBuilder raw = new StringBuilder();
    Fault middle = server.episode().fault(Fault.Point.MID_TEXT, recipient);
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null || middle.type() == Fault.Type.DROP) {
        throw new Hangup();
      }
      raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    FaultSmtpServer.Episode now = server.episode();
    Fault end = now.fault(Fault.Point.END_OF_TEXT, recipient);
    rest(end, now);
    switch (end.type()) {
      case NONE -> {
        take(raw, true);
        say("250 2.0.0 Ok: queued");
      }
      case TAKE_AND_DROP -> {
        take(raw, false);
        throw new Hangup();
      }
      case TAKE_AND_STALL -> {
        take(raw, false);
        stall(now);
      }
      case TELL_AND_DROP -> {
        take(raw, true);
        say("250 2.0.0 Ok: queued");
        throw new Hangup();
      }
      case REPLY -> say(end.reply());
      case DROP -> throw new Hangup();
      case STALL -> stall(now);
    }
  }

  private void take(StringBuilder raw, boolean told) {
    server.take(new ReceivedMail(from, recipient, raw.toString(), encrypted, told), clearedBefore);
  }

  /** True when the proper answer was given. */
  private boolean answer(Fault.Point point, String proper) throws IOException {
    FaultSmtpServer.Episode now = server.episode();
    Fault fault = now.fault(point, recipient);
    rest(fault, now);
    switch (fault.type()) {
      case NONE -> say(proper);
      case REPLY -> say(fault.reply());
      case STALL -> stall(now);
      case DROP, TAKE_AND_DROP, TAKE_AND_STALL, TELL_AND_DROP -> throw new Hangup();
    }
    if (fault.reply().startsWith("421")) {
      throw new Hangup();
    }
    return fault.type() == Fault.Type.NONE;
  }

  private void rest(Fault fault, FaultSmtpServer.Episode now) {
    try {
      if (!fault.delay().isZero() && now.over().await(fault.delay().toMillis(), MILLISECONDS)) {
        throw new Hangup();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Hangup();
    }
  }

  /** Says nothing until the script changes or the sender hangs up. */
  private void stall(FaultSmtpServer.Episode now) throws IOException {
    socket.setSoTimeout(50);
    while (now.over().getCount() > 0) {
      try {
        if (in.read() < 0) {
          throw new Hangup();
        }
      } catch (SocketTimeoutException e) {
        // still there
      }
    }
    throw new Hangup();
  }

  /** A reply of one or more lines; the code of the first stands before each. */
  private void say(String reply) throws IOException {
    String[] lines = reply.split("\n");
    String code = lines[0].substring(0, 3);
    StringBuilder wire = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String words = i == 0 ? lines[i].substring(Math.min(4, lines[i].length())) : lines[i];
      wire.append(code).append(i + 1 < lines.length ? '-' : ' ').append(words).append("\r\n");
    }
    out.write(wire.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String between(String line) {
    return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
  }

  /** Ends a conversation. */
  static final class Hangup extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
