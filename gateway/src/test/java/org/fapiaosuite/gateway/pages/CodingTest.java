package org.fapiaosuite.gateway.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip, deflate, br, zstd | BROTLI
          gzip                    | GZIP
          GZIP                    | GZIP
          gzip;q=1.0, br;q=0.5    | GZIP
          br;q=0, gzip            | GZIP
          br;q=0.000              | IDENTITY
          *                       | BROTLI
          *;q=0.1, gzip           | GZIP
          br;q=x, gzip;q=0.2      | GZIP
          deflate                 | IDENTITY
          identity                | IDENTITY
          identity;q=0            | IDENTITY
          identity;q=0.5, br;q=0.4| IDENTITY
          ''                      | IDENTITY
          ;;,,q=1                 | IDENTITY
          """)
  void the_callers_preference_decides_then_the_size(String acceptEncoding, Coding expected) {
    assertEquals(expected, Coding.best(acceptEncoding, EnumSet.allOf(Coding.class)));
  }

  @Test
  void a_caller_that_says_nothing_gets_it_as_it_is() {
    assertEquals(Coding.IDENTITY, Coding.best(null, EnumSet.allOf(Coding.class)));
  }

  @Test
  void what_the_build_did_not_pack_is_sent_as_it_is() {
    assertEquals(Coding.IDENTITY, Coding.best("gzip, br", Set.of(Coding.IDENTITY)));
    assertEquals(Coding.GZIP, Coding.best("gzip, br", Set.of(Coding.IDENTITY, Coding.GZIP)));
  }
}
