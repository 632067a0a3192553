package org.fapiaosuite.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An answer as a tree, for what is asked hundreds of times: REST Assured compiles a script for each
 * path that it looks up.
 */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The body of an answer. */
  public static JsonNode of(Response answer) {
    try {
      return MAPPER.readTree(answer.asByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer.asString(), e);
    }
  }
}
