package org.fapiaosuite.notification.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Facts as they lie in the database. */
public final class FactsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FactsJson() {}

  /** One line of ASCII-safe JSON. */
  public static String write(Facts facts) {
    try {
      return MAPPER.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("facts cannot be written", e);
    }
  }

  /** What {@link #write} wrote, also an older version of it. */
  public static Facts read(String json) {
    try {
      return MAPPER.readValue(json, Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("facts cannot be read", e);
    }
  }
}
