package org.fapiaosuite.messaging.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.messaging.IncomingEvent;
import org.junit.jupiter.api.Test;

/** Reads every example that account-service promises to keep. */
class RevocationContractsTest {

  private static final Path EXAMPLES = Path.of("../account-service/src/contracts/examples");
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-20T08:15:00Z");

  @Test
  void an_ended_session_takes_all_its_tokens() throws IOException {
    assertEquals(
        Optional.of(
            new Revocation(
                UUID.fromString("01a1f8db-0c3e-7d55-9a41-52d6a0f1c7e4"), Long.MAX_VALUE, UNTIL)),
        read("account.session-ended.v1.json"));
  }

  @Test
  void a_raised_epoch_takes_the_older_tokens() throws IOException {
    assertEquals(
        Optional.of(
            new Revocation(UUID.fromString("01a1f8da-7e57-7219-b5da-b13cf08613d7"), 3, UNTIL)),
        read("account.epoch-raised.v1.json"));
  }

  @Test
  void nothing_else_takes_any() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<String> taking =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> isTaking(name))
              .sorted()
              .toList();

      assertEquals(
          List.of("account.epoch-raised.v1.json", "account.session-ended.v1.json"), taking);
    }
  }

  @Test
  void the_latest_end_and_the_highest_epoch_of_a_subject_count() {
    UUID subject = UUID.randomUUID();
    Revocation first = new Revocation(subject, 7, THEN);
    Revocation second = new Revocation(subject, 3, UNTIL);

    assertEquals(new Revocation(subject, 7, UNTIL), first.and(second));
    assertEquals(new Revocation(subject, 7, UNTIL), second.and(first));
    assertFalse(first.and(second).equals(second));
  }

  private static boolean isTaking(String example) {
    try {
      return read(example).isPresent();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<Revocation> read(String example) throws IOException {
    String type = example.replaceAll("(\\.v\\d+)\\..*", "$1");
    return Revocation.of(
        new IncomingEvent(
            "1", type, "/test", "key", THEN, 0, Files.readString(EXAMPLES.resolve(example))),
        KEPT);
  }
}
