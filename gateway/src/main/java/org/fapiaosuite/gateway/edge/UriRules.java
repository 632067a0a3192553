package org.fapiaosuite.gateway.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which request targets are taken: an absolute path of RFC 3986 characters, escapes that are
 * complete and UTF-8, and nothing in the path, plain or escaped, that a service could take for a
 * separator or a step upwards.
 */
final class UriRules {

  private static final BitSet PATH = characters("-._~!$&'()*+,=:@/");
  private static final BitSet QUERY = characters("-._~!$&'()*+,=:@/?;[]");

  private UriRules() {}

  private static BitSet characters(String further) {
    BitSet set = new BitSet(128);
    set.set('a', 'z' + 1);
    set.set('A', 'Z' + 1);
    set.set('0', '9' + 1);
    further.chars().forEach(set::set);
    return set;
  }

  static boolean isPlain(String uri) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    return isPlainPath(path)
        && (question < 0 || decode(uri.substring(question + 1), QUERY) != null);
  }

  private static boolean isPlainPath(String path) {
    if (!path.startsWith("/") || path.contains("//")) {
      return false;
    }
    String decoded = decode(path, PATH);
    if (decoded == null || slashes(decoded) != slashes(path)) {
      return false;
    }
    if (decoded.indexOf('\\') >= 0 || decoded.indexOf(';') >= 0) {
      return false;
    }
    for (String segment : decoded.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }

  /** The text behind the escapes; null when it has none, or a control character. */
  private static @Nullable String decode(String text, BitSet allowed) {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      if (c == '%') {
        c = i + 2 < text.length() ? hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)) : -1;
        i += 2;
        if (c < 0x20 || c == 0x7f) {
          return null;
        }
      } else if (!allowed.get(c)) {
        return null;
      }
      bytes[length++] = (byte) c;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /** Value of an ASCII hex digit; negative for any other character. */
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
