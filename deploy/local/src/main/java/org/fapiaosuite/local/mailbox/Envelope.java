package org.fapiaosuite.local.mailbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What SMTP said about a mail, apart from the mail itself: the sender of MAIL FROM, the recipients
 * of RCPT TO in alphabetical order, and when it came.
 */
record Envelope(String from, List<String> to, Instant receivedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  boolean isFor(String address) {
    return to.stream().anyMatch(recipient -> recipient.equalsIgnoreCase(address));
  }

  /** The first line of a mail's file, with its end. */
  byte[] line() throws IOException {
    Map<String, List<String>> values =
        Map.of("from", List.of(from), "to", to, "receivedAt", List.of(receivedAt.toString()));
    return (JSON.writeValueAsString(values) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the first line of a mail's file and nothing after it. */
  static Envelope read(InputStream file) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = file.read(); next >= 0 && next != '\n'; next = file.read()) {
      line.write(next);
    }
    Map<String, List<String>> values =
        JSON.readValue(line.toString(StandardCharsets.UTF_8), new TypeReference<>() {});
    return new Envelope(
        values.getOrDefault("from", List.of("")).get(0),
        values.getOrDefault("to", List.of()),
        Instant.parse(values.getOrDefault("receivedAt", List.of()).get(0)));
  }
}
