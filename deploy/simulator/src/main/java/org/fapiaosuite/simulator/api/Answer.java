package org.fapiaosuite.simulator.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.fapiaosuite.simulator.Json;

/**
 * What an HTTP request is answered with.
 *
 * @param length of the body; -1 when it is only known after it has been written
 */
record Answer(int status, long length, Body body, Map<String, String> headers) {

  private static final Body NOTHING = out -> {};
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON = "application/json";

  /** Writes itself, piece by piece if it is long. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  static Answer json(int status, Object value) {
    return json(status, Json.write(value));
  }

  static Answer json(int status, byte[] body) {
    return bytes(status, body, Map.of(CONTENT_TYPE, JSON));
  }

  static Answer longJson(Body body) {
    return new Answer(200, -1, body, Map.of(CONTENT_TYPE, JSON));
  }

  static Answer bytes(int status, byte[] body, Map<String, String> headers) {
    return new Answer(status, body.length, out -> out.write(body), headers);
  }

  static Answer empty(int status) {
    return new Answer(status, 0, NOTHING, Map.of());
  }

  static Answer problem(int status, String detail) {
    byte[] body =
        Json.write(
            Json.object().put("type", "about:blank").put("status", status).put("detail", detail));
    return bytes(status, body, Map.of(CONTENT_TYPE, "application/problem+json"));
  }
}
