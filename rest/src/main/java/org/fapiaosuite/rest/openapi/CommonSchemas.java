package org.fapiaosuite.rest.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The values of the JDK that stand in many records. */
final class CommonSchemas {

  private static final Map<String, Text> TEXTS =
      Map.of(
          "UUID",
          new Text(
              "An id (RFC 9562, version 7): 36 characters, ascending with the time of creation.",
              List.of("01a22530-7f3c-7e51-9f0d-3a5f0c9b1d22")),
          "Instant",
          new Text(
              "A moment in UTC (RFC 3339), to the microsecond at most. China is eight hours ahead.",
              List.of("2026-11-17T01:30:00Z")),
          "LocalDate",
          new Text("A day of China's calendar (UTC+8).", List.of("2026-11-17")));

  private CommonSchemas() {}

  static void describe(Components components) {
    TEXTS.forEach(
        (name, text) -> {
          Schema schema = components.getSchemas().get(name);
          if (schema != null) {
            schema.setDescription(text.words());
            schema.setExamples(List.copyOf(text.examples()));
          }
        });
  }
}
