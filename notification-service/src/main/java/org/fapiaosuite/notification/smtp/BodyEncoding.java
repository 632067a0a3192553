package org.fapiaosuite.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** How a text of any language travels in 7-bit lines (RFC 2045 section 6). */
enum BodyEncoding {
  /** Stays readable where most of the text is ASCII. */
  QUOTED_PRINTABLE("quoted-printable") {
    @Override
    byte[] encode(String content) {
      byte[] bytes = canonical(content);
      byte[] encoded = new byte[bytes.length * 3 + bytes.length / 8 + SOFT_BREAK];
      int length = 0;
      int column = 0;
      for (int i = 0; i < bytes.length; i++) {
        int b = bytes[i] & 0xff;
        if (b == '\r') {
          encoded[length++] = '\r';
          encoded[length++] = '\n';
          i++;
          column = 0;
          continue;
        }
        boolean lineEnds = i + 1 == bytes.length || bytes[i + 1] == '\r';
        boolean blank = b == ' ' || b == '\t';
        boolean literal = (b > ' ' && b <= '~' && b != '=') || (blank && !lineEnds);
        int width = literal ? 1 : 3;
        if (column + width > LONGEST_LINE - 1) {
          encoded[length++] = '=';
          encoded[length++] = '\r';
          encoded[length++] = '\n';
          column = 0;
        }
        if (literal) {
          encoded[length++] = (byte) b;
        } else {
          encoded[length++] = '=';
          encoded[length++] = (byte) HEX.charAt(b >> 4);
          encoded[length++] = (byte) HEX.charAt(b & 15);
        }
        column += width;
      }
      return Arrays.copyOf(encoded, length);
    }
  },
  /** Shorter for Chinese. */
  BASE64("base64") {
    @Override
    byte[] encode(String content) {
      return Base64.getMimeEncoder().encode(canonical(content));
    }
  };

  private static final int LONGEST_LINE = 76;
  private static final int SOFT_BREAK = "=\r\n".length();
  private static final String HEX = "0123456789ABCDEF";

  private final String token;

  BodyEncoding(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  /** ASCII, in lines of at most 76 characters, CRLF between them. */
  abstract byte[] encode(String content);

  /** The shorter of the two for this text. */
  static BodyEncoding fitting(String content) {
    int wide = 0;
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) > '~') {
        wide++;
      }
    }
    return wide * 6L > content.length() ? BASE64 : QUOTED_PRINTABLE;
  }

  /** In UTF-8, every line ended by CRLF, however it ended before (RFC 2045 section 2.7). */
  private static byte[] canonical(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] lines = new byte[bytes.length * 2];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        lines[length++] = '\r';
        lines[length++] = '\n';
        if (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
          i++;
        }
      } else {
        lines[length++] = b;
      }
    }
    return Arrays.copyOf(lines, length);
  }
}
