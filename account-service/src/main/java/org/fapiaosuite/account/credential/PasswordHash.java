package org.fapiaosuite.account.credential;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as it is stored: Argon2id in the PHC string format, {@code keyid} naming the pepper.
 *
 * @param memory in KiB
 * @param salt 16 bytes in base64
 * @param tag 32 bytes in base64
 */
record PasswordHash(int memory, int passes, int lanes, String pepper, String salt, String tag) {

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d),keyid=([A-Za-z0-9+/]{1,11})"
              + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

  static Optional<PasswordHash> parse(String phc) {
    Matcher matcher = PHC.matcher(phc);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new PasswordHash(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            matcher.group(4),
            matcher.group(5),
            matcher.group(6)));
  }

  boolean isOfSameCost(PasswordHash other) {
    return memory == other.memory
        && passes == other.passes
        && lanes == other.lanes
        && pepper.equals(other.pepper);
  }

  String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=%s$%s$%s"
        .formatted(memory, passes, lanes, pepper, salt, tag);
  }

  PasswordHash withTag(String newTag) {
    return new PasswordHash(memory, passes, lanes, pepper, salt, newTag);
  }

  PasswordHash withCost(int newMemory, int newPasses) {
    return new PasswordHash(newMemory, newPasses, lanes, pepper, salt, tag);
  }
}
