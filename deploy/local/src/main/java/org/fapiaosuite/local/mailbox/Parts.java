package org.fapiaosuite.local.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the parts of a mail: the first text, the first HTML, everything else an attachment. */
final class Parts {
  private @Nullable String text;
  private @Nullable String html;
  private final List<Mail.Attachment> attachments = new ArrayList<>();

  void collect(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        collect(multipart.getBodyPart(i));
      }
    } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attach(part);
    } else if (part.isMimeType("text/html") && html == null) {
      html = decode(part);
    } else if (part.isMimeType("text/*") && text == null) {
      text = decode(part);
    } else {
      attach(part);
    }
  }

  @Nullable String text() {
    return text;
  }

  @Nullable String html() {
    return html;
  }

  List<Mail.Attachment> attachments() {
    return List.copyOf(attachments);
  }

  static Map<String, String> headers(Part part) throws MessagingException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(part.getAllHeaders())) {
      String value = decodeHeader(MimeUtility.unfold(header.getValue()));
      headers.merge(header.getName(), value, (first, second) -> first + "\n" + second);
    }
    return headers;
  }

  private void attach(Part part) throws MessagingException, IOException {
    byte[] content = part.getInputStream().readAllBytes();
    String name = part.getFileName() == null ? "unnamed" : decodeHeader(part.getFileName());
    String type = part.getContentType().split(";", 2)[0].strip();
    attachments.add(
        new Mail.Attachment(
            name, type, content.length, Base64.getEncoder().encodeToString(content)));
  }

  /** Lines end as JSON's readers expect, not as on the wire. */
  private static String decode(Part part) throws MessagingException, IOException {
    return content(part).replace("\r\n", "\n");
  }

  private static String content(Part part) throws MessagingException, IOException {
    try {
      if (part.getContent() instanceof String decoded) {
        return decoded;
      }
    } catch (UnsupportedEncodingException unknownCharset) {
      // Shown as what nearly everything is.
    }
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static String decodeHeader(String value) {
    try {
      return MimeUtility.decodeText(value);
    } catch (UnsupportedEncodingException unknownCharset) {
      return value;
    }
  }
}
