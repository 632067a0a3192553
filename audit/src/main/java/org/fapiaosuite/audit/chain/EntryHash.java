package org.fapiaosuite.audit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.fapiaosuite.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry in its place: SHA-256 over the hash before it, the place, and every field,
 * each text with its length before it, so that nothing can move from one field to the next.
 */
final class EntryHash {

  /** What comes before the first. */
  private static final byte[] START = new byte[32];

  private EntryHash() {}

  static byte[] start() {
    return START.clone();
  }

  static byte[] of(byte[] before, long position, AuditEntry entry) {
    MessageDigest digest = sha256();
    digest.update(before);
    add(digest, position);
    add(digest, entry.id());
    add(digest, ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
    add(digest, entry.actor());
    add(digest, entry.roles());
    add(digest, entry.action());
    add(digest, entry.subjects().size());
    entry.subjects().forEach(subject -> add(digest, subject));
    add(digest, entry.detail());
    return digest.digest();
  }

  private static void add(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static void add(MessageDigest digest, @Nullable String text) {
    if (text == null) {
      add(digest, -1L);
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    add(digest, (long) bytes.length);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
