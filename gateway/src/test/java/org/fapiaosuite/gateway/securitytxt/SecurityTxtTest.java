package org.fapiaosuite.gateway.securitytxt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityTxtTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void contacts_stand_in_their_order_and_the_file_expires_within_a_year() {
    SecurityTxt file = of("mailto:security@fapiao.example", "https://fapiao.example/security");

    assertEquals(
        """
        Contact: mailto:security@fapiao.example
        Contact: https://fapiao.example/security
        Expires: 2027-05-28T00:00:00Z
        Preferred-Languages: zh, en, de
        """,
        file.text());
  }

  @Test
  void where_nobody_is_named_there_is_no_file() {
    assertFalse(new SecurityTxt(CLOCK, Optional::empty).exists());
  }

  @Test
  void a_contact_that_is_no_address_stops_the_start() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> of("security@fapiao.example"));

    assertEquals(
        "fapiao.gateway.security-txt.contacts: not a mailto:, https: or tel: address:"
            + " security@fapiao.example",
        refused.getMessage());
  }

  private static SecurityTxt of(String... contacts) {
    return new SecurityTxt(CLOCK, () -> Optional.of(Stream.of(contacts).map(URI::create).toList()));
  }
}
