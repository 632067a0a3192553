package org.fapiaosuite.gateway.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void a_valid_one_is_kept() {
    TraceParent trace = TraceParent.of(VALID);

    assertEquals(VALID, trace.value());
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", trace.traceId());
    assertTrue(trace.inherited());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
      })
  void any_other_is_replaced_by_a_new_one(String header) {
    TraceParent first = TraceParent.of(header);
    TraceParent second = TraceParent.of(header);

    assertFalse(first.inherited());
    assertTrue(TraceParent.of(first.value()).inherited(), "the new one is valid");
    assertNotEquals(first.traceId(), second.traceId());
  }
}
