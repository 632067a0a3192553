package org.fapiaosuite.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fapiaosuite.kernel.EmailAddress;

/**
 * One mail with a text and an HTML part that say the same (RFC 2046, multipart/alternative).
 *
 * @param fromName what the reader sees as sender
 * @param messageId without angle brackets; the same mail has the same id however often it is sent
 * @param language BCP 47, for the Content-Language field
 */
public record Email(
    EmailAddress from,
    String fromName,
    EmailAddress to,
    String subject,
    String text,
    String html,
    String messageId,
    String language,
    Instant date) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The mail as it goes over the wire: 7-bit, CRLF, no line longer than 78 characters. */
  public byte[] toBytes() {
    String boundary = "=_" + messageId.substring(0, messageId.indexOf('@'));
    ByteArrayOutputStream mail = new ByteArrayOutputStream(16 * 1024);
    StringBuilder head = new StringBuilder(1024);
    field(head, "Date", DATE.format(date));
    field(head, "From", HeaderText.phrase(fromName) + " <" + from.text() + ">");
    field(head, "To", "<" + to.text() + ">");
    field(head, "Message-ID", "<" + messageId + ">");
    field(head, "Subject", HeaderText.encode(subject, "Subject: ".length()));
    field(head, "Content-Language", language);
    field(head, "Auto-Submitted", "auto-generated");
    field(head, "MIME-Version", "1.0");
    field(head, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    head.append("\r\n");
    part(mail, head, boundary, "text/plain", text);
    part(mail, head, boundary, "text/html", html);
    head.append("--").append(boundary).append("--\r\n");
    write(mail, head);
    return mail.toByteArray();
  }

  private static void field(StringBuilder head, String name, String value) {
    String unfolded = value.replace("\r\n ", "");
    for (int i = 0; i < unfolded.length(); i++) {
      if (unfolded.charAt(i) < ' ' || unfolded.charAt(i) > '~') {
        throw new IllegalArgumentException("control or 8-bit character in " + name);
      }
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** After what stands in the head; the line end behind the part is left there. */
  private static void part(
      ByteArrayOutputStream mail,
      StringBuilder head,
      String boundary,
      String type,
      String content) {
    BodyEncoding encoding = BodyEncoding.fitting(content);
    head.append("--").append(boundary).append("\r\n");
    field(head, "Content-Type", type + "; charset=UTF-8");
    field(head, "Content-Transfer-Encoding", encoding.token());
    head.append("\r\n");
    write(mail, head);
    mail.writeBytes(encoding.encode(content));
    head.append("\r\n");
  }

  private static void write(ByteArrayOutputStream mail, StringBuilder head) {
    mail.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    head.setLength(0);
  }
}
