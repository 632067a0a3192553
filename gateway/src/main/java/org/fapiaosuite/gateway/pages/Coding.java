package org.fapiaosuite.gateway.pages;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are packed (RFC 9110, section 8.4), the smallest first. */
enum Coding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private static final Pattern QUALITY = Pattern.compile("q=([01])\\.?([0-9]{0,3})");

  private final String token;
  private final String suffix;

  Coding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** As headers name it. */
  String token() {
    return token;
  }

  /** What the build adds to the name of a file packed like this. */
  String suffix() {
    return suffix;
  }

  /**
   * The one to answer with: of those that the caller prefers alike, the smallest; unpacked when the
   * caller takes nothing there is, since that can be read at least.
   */
  static Coding best(@Nullable String acceptEncoding, Set<Coding> present) {
    Coding best = IDENTITY;
    int weight = 0;
    for (Coding coding : values()) {
      int wanted = present.contains(coding) ? coding.weight(acceptEncoding) : 0;
      if (wanted > weight) {
        best = coding;
        weight = wanted;
      }
    }
    return best;
  }

  /** From 0, not taken, to 10000. */
  private int weight(@Nullable String acceptEncoding) {
    int unnamed = this == IDENTITY ? 1 : 0;
    if (acceptEncoding == null) {
      return unnamed;
    }
    for (String entry : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = entry.split(";", -1);
      String name = parts[0].strip();
      if (name.equals(token)) {
        return quality(parts);
      } else if (name.equals("*")) {
        unnamed = quality(parts);
      }
    }
    return unnamed;
  }

  /** In ten-thousandths; callers write three decimals at most. What cannot be read is not taken. */
  private static int quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        Matcher value = QUALITY.matcher(parameter);
        return value.matches()
            ? Integer.parseInt((value.group(1) + value.group(2) + "0000").substring(0, 5))
            : 0;
      }
    }
    return 10_000;
  }
}
