package org.fapiaosuite.fapiao.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import org.fapiaosuite.fapiao.sealing.Sealing;

/**
 * Names for what is not to be known any more: the same for the same text, so that staff still sees
 * that two applications went to one address; without the service's key nobody finds the text.
 */
@ApplicationScoped
class Pseudonyms {

  private static final int BYTES = 6;

  private final Sealing sealing;

  Pseudonyms(Sealing sealing) {
    this.sealing = sealing;
  }

  /** For example {@code erased-5f2a91c07b3e}. */
  String of(String text) {
    byte[] code = sealing.code("pseudonym", text);
    return "erased-" + HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
  }
}
