package org.fapiaosuite.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** What a list shows of a mail. */
record Summary(String id, List<String> to, String subject, Instant receivedAt) {
  /** Headers beyond this are not looked at. */
  private static final int HEADER_BYTES = 32 * 1024;

  static Summary read(String id, Envelope envelope, InputStream content) throws IOException {
    return new Summary(
        id,
        envelope.to(),
        subject(new ByteArrayInputStream(content.readNBytes(HEADER_BYTES))),
        envelope.receivedAt());
  }

  private static String subject(InputStream content) {
    try {
      String subject = new InternetHeaders(content).getHeader("Subject", null);
      return subject == null ? "" : Parts.decodeHeader(MimeUtility.unfold(subject));
    } catch (MessagingException noHeaders) {
      return "";
    }
  }
}
