package org.fapiaosuite.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UriRulesTest {

  private static final String[] PIECES = {
    "/",
    "/",
    "/",
    "api",
    "v1",
    "bills",
    ".",
    "..",
    "%2e",
    "%2E",
    "%2f",
    "%5c",
    "\\",
    ";",
    "%3b",
    "%",
    "%2",
    "%zz",
    "%00",
    "%0a",
    "%7f",
    "%25",
    "%252f",
    "%c3%a4",
    "%c0%af",
    "%e4%b8%ad",
    "a",
    "~",
    "+",
    ":",
    "@",
    "?",
    "?",
    "=",
    "&",
    "#",
    "[",
    "]",
    "{",
    "|",
    " ",
    "\t",
    "\u0000",
    "\u00e4",
    "\u4e2d"
  };

  @Test
  void what_is_accepted_reads_the_same_for_everybody() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int accepted = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder("/");
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String uri = text.toString();
      if (UriRules.isPlain(uri)) {
        accepted++;
        assertHarmless(uri, "seed " + seed + ", target " + uri);
      }
    }
    assertTrue(accepted > 1_000, "only " + accepted + " accepted, seed " + seed);
  }

  private static void assertHarmless(String uri, String message) {
    URI parsed = URI.create(uri);
    assertEquals(parsed.getRawPath(), parsed.normalize().getRawPath(), message);
    String path = parsed.getPath();
    assertFalse(path.contains("\\") || path.contains(";") || path.contains("//"), message);
    assertFalse((path + "/").contains("/../") || (path + "/").contains("/./"), message);
    assertEquals(slashes(parsed.getRawPath()), slashes(path), message);
    assertTrue(uri.chars().allMatch(c -> c > 0x20 && c < 0x7f), message);
    assertTrue(path.chars().noneMatch(Character::isISOControl), message);
    assertTrue(path.chars().noneMatch(c -> c == 0xfffd), message);
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }
}
