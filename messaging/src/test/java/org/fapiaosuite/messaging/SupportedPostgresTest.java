package org.fapiaosuite.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupportedPostgresTest {
  @Test
  void a_server_older_than_15_is_refused_by_its_name() {
    assertEquals(
        Optional.of(
            "does not start: the database server is PostgreSQL 14, supported are 15 and later, 18 is"
                + " recommended"),
        SupportedPostgres.refusal(14));
    assertEquals(Optional.empty(), SupportedPostgres.refusal(15));
    assertEquals(Optional.empty(), SupportedPostgres.refusal(18));
  }
}
