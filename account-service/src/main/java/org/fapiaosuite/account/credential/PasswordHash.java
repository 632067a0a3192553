package org.fapiaosuite.account.credential;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as it is stored: Argon2id in the PHC string format, {@code keyid} naming the pepper
 * and {@code form=nfc} saying what was hashed.
 *
 * @param composed whether the password was hashed in its composed form (NFC), in which keyboards
 *     that write é as one character or as two mean the same; older hashes are of what was typed
 * @param memory in KiB
 * @param salt 16 bytes in base64
 * @param tag 32 bytes in base64
 */
record PasswordHash(
    int memory, int passes, int lanes, String pepper, boolean composed, String salt, String tag) {

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d),keyid=([A-Za-z0-9+/]{1,11})(,form=nfc)?"
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
            matcher.group(5) != null,
            matcher.group(6),
            matcher.group(7)));
  }

  /** What is hashed of a password for it. */
  String hashed(String password) {
    return composed ? Normalizer.normalize(password, Normalizer.Form.NFC) : password;
  }

  boolean isAsGoodAs(PasswordHash other) {
    return memory == other.memory
        && passes == other.passes
        && lanes == other.lanes
        && pepper.equals(other.pepper)
        && composed == other.composed;
  }

  String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=%s%s$%s$%s"
        .formatted(memory, passes, lanes, pepper, composed ? ",form=nfc" : "", salt, tag);
  }

  PasswordHash withTag(String newTag) {
    return new PasswordHash(memory, passes, lanes, pepper, composed, salt, newTag);
  }

  PasswordHash withCost(int newMemory, int newPasses) {
    return new PasswordHash(newMemory, newPasses, lanes, pepper, composed, salt, tag);
  }

  PasswordHash asTyped() {
    return new PasswordHash(memory, passes, lanes, pepper, false, salt, tag);
  }
}
