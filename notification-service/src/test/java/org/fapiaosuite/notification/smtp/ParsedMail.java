package org.fapiaosuite.notification.smtp;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** A mail read back by another implementation (Jakarta Mail). */
public final class ParsedMail {
  private final MimeMessage message;
  private final MimeMultipart parts;

  private ParsedMail(byte[] raw) throws MessagingException, IOException {
    message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    parts =
        new MimeMultipart(
            new ByteArrayDataSource(message.getRawInputStream(), message.getContentType()));
  }

  public static ParsedMail of(byte[] raw) {
    try {
      return new ParsedMail(raw);
    } catch (MessagingException | IOException e) {
      throw new AssertionError("not a mail: " + new String(raw, StandardCharsets.UTF_8), e);
    }
  }

  public static ParsedMail of(String raw) {
    return of(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Names of the header fields, in their order. */
  public List<String> fieldNames() {
    try {
      return Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  public String field(String name) {
    try {
      return message.getHeader(name, null);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  public String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  public String text() {
    return part(0);
  }

  public String html() {
    return part(1);
  }

  public int parts() {
    try {
      return parts.getCount();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The decoded content of one part, with \n at the end of lines. */
  public String part(int number) {
    try {
      MimeBodyPart part = (MimeBodyPart) parts.getBodyPart(number);
      byte[] decoded = part.getInputStream().readAllBytes();
      return new String(decoded, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
