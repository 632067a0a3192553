package org.fapiaosuite.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a text of any language travels in 7-bit lines (RFC 2045 section 6). */
enum BodyEncoding {
  /** Stays readable where most of the text is ASCII. */
  QUOTED_PRINTABLE("quoted-printable") {
    @Override
    void append(StringBuilder mail, String content) {
      byte[] bytes = crlf(content).getBytes(StandardCharsets.UTF_8);
      int column = 0;
      for (int i = 0; i < bytes.length; i++) {
        int b = bytes[i] & 0xff;
        if (b == '\r') {
          continue;
        }
        if (b == '\n') {
          mail.append("\r\n");
          column = 0;
          continue;
        }
        boolean lineEnds = i + 1 == bytes.length || bytes[i + 1] == '\r';
        boolean blank = b == ' ' || b == '\t';
        boolean literal = (b > ' ' && b <= '~' && b != '=') || (blank && !lineEnds);
        int width = literal ? 1 : 3;
        if (column + width > LONGEST_LINE - 1) {
          mail.append("=\r\n");
          column = 0;
        }
        if (literal) {
          mail.append((char) b);
        } else {
          mail.append('=').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
        }
        column += width;
      }
    }
  },
  /** Shorter for Chinese. */
  BASE64("base64") {
    @Override
    void append(StringBuilder mail, String content) {
      byte[] bytes = crlf(content).getBytes(StandardCharsets.UTF_8);
      mail.append(new String(Base64.getMimeEncoder().encode(bytes), StandardCharsets.US_ASCII));
    }
  };

  private static final int LONGEST_LINE = 76;
  private static final String HEX = "0123456789ABCDEF";

  private final String token;

  BodyEncoding(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  abstract void append(StringBuilder mail, String content);

  /** The shorter of the two for this text. */
  static BodyEncoding fitting(String content) {
    long wide = content.chars().filter(c -> c > '~').count();
    return wide * 6 > content.length() ? BASE64 : QUOTED_PRINTABLE;
  }

  private static String crlf(String content) {
    String lines =
        content.indexOf('\r') < 0 ? content : content.replace("\r\n", "\n").replace('\r', '\n');
    return lines.replace("\n", "\r\n");
  }
}
