package org.fapiaosuite.fapiao.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.fapiaosuite.fapiao.sealing.Sealing;

/**
 * Codes against which a Fapiao is handed over at the branch: eight digits made from the
 * application's id with a key, so that asking twice gives the same and nothing needs to be stored.
 */
@ApplicationScoped
public class PickupCodes {

  /** The kind of secret under which notification-service asks for one. */
  public static final String KIND = "PICKUP_CODE";

  private static final long DIGITS = 100_000_000L;

  private final Sealing sealing;

  PickupCodes(Sealing sealing) {
    this.sealing = sealing;
  }

  public String code(UUID application) {
    long number = ByteBuffer.wrap(sealing.code(KIND, application.toString())).getLong();
    return "%08d".formatted(Math.floorMod(number, DIGITS));
  }

  /** Compares in constant time. */
  public boolean isRight(UUID application, String typed) {
    return MessageDigest.isEqual(
        code(application).getBytes(StandardCharsets.US_ASCII),
        typed.getBytes(StandardCharsets.US_ASCII));
  }
}
