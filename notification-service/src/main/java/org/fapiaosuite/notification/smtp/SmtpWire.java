package org.fapiaosuite.notification.smtp;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Lines out, replies in, each with a deadline that a server sending byte by byte cannot stretch.
 */
final class SmtpWire {
  private static final int LONGEST_LINE = 2048;
  private static final int MOST_LINES = 100;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[4096];
  private int position;
  private int filled;

  SmtpWire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
  }

  /** Puts a command in the buffer. A line break inside it can only be an attack. */
  void command(String line) throws IOException {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) > '~') {
        throw new IllegalArgumentException("control character in a command");
      }
    }
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.write('\r');
    out.write('\n');
  }

  /** Puts a mail's text in the buffer, dots at the start of a line doubled, without the end. */
  void text(byte[] mail) throws IOException {
    int start = 0;
    for (int i = 0; i < mail.length; i++) {
      if (mail[i] == '.' && (i == 0 || mail[i - 1] == '\n')) {
        out.write(mail, start, i - start);
        out.write('.');
        start = i;
      }
    }
    out.write(mail, start, mail.length - start);
  }

  void flush() throws IOException {
    out.flush();
  }

  /** True when the server has said something, or hung up, that nobody asked for. */
  boolean hasUnaskedInput() throws IOException {
    if (position < filled || in.available() > 0) {
      return true;
    }
    socket.setSoTimeout(1);
    try {
      filled = in.read(buffer);
      position = 0;
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /**
   * The next reply, all its lines.
   *
   * @throws SocketTimeoutException when it is not complete in time
   * @throws IOException when the connection ends or what comes is no reply
   */
  SmtpReply reply(Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    StringBuilder words = new StringBuilder();
    for (int lines = 0; lines < MOST_LINES; lines++) {
      String line = line(deadline);
      int code = code(line);
      if (lines > 0) {
        words.append(' ');
      }
      words.append(line.substring(Math.min(4, line.length())));
      if (line.length() == 3 || line.charAt(3) != '-') {
        return SmtpReply.of(code, words.toString());
      }
    }
    throw new IOException("reply has too many lines");
  }

  private static int code(String line) throws IOException {
    if (line.length() < 3 || !line.substring(0, 3).matches("[2-5][0-9]{2}")) {
      throw new IOException("no SMTP reply");
    }
    return Integer.parseInt(line.substring(0, 3));
  }

  private String line(long deadline) throws IOException {
    StringBuilder line = new StringBuilder(80);
    while (true) {
      if (position == filled) {
        fill(deadline);
      }
      char c = (char) (buffer[position++] & 0xff);
      if (c == '\n') {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r'
            ? line.substring(0, length - 1)
            : line.toString();
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("reply line is too long");
      }
      line.append(c);
    }
  }

  private void fill(long deadline) throws IOException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("reply took too long");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    int read = in.read(buffer);
    if (read < 0) {
      throw new EOFException("server closed the connection");
    }
    position = 0;
    filled = read;
  }
}
