package org.fapiaosuite.local.mailbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * All mails, on disk: a file each, its first line the envelope as JSON, the rest the mail as it
 * came. In memory are only the envelopes.
 */
final class Mails {
  private static final String SUFFIX = ".mail";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Clock clock;
  private final NavigableMap<Long, Envelope> envelopes = new ConcurrentSkipListMap<>();
  private long lastId;

  Mails(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        String name = file.getFileName().toString();
        long id = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        try (InputStream content = Files.newInputStream(file)) {
          envelopes.put(id, readEnvelope(content));
        }
      }
    }
    lastId = envelopes.isEmpty() ? 0 : envelopes.lastKey();
  }

  /** Keeps a mail; once this returns it survives the end of this process. */
  synchronized void add(String from, List<String> to, byte[] content) throws IOException {
    Envelope envelope = new Envelope(from, to.stream().sorted().toList(), now());
    // Time-based, so that an id is not used again after everything was deleted.
    long id = Math.max(lastId + 1, envelope.receivedAt().toEpochMilli());
    Path draft = folder.resolve(id + ".draft");
    try (OutputStream file = Files.newOutputStream(draft)) {
      file.write(writeEnvelope(envelope));
      file.write('\n');
      file.write(content);
    }
    Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
    envelopes.put(id, envelope);
    lastId = id;
  }

  /** Oldest first. */
  List<Mail> all() {
    return read(envelopes.keySet().stream());
  }

  /** Those an SMTP recipient got, oldest first; case does not matter. */
  List<Mail> to(String address) {
    return read(
        envelopes.entrySet().stream()
            .filter(entry -> entry.getValue().isFor(address))
            .map(Map.Entry::getKey));
  }

  Optional<Mail> find(long id) {
    try (InputStream file = Files.newInputStream(file(id))) {
      Envelope envelope = readEnvelope(file);
      return Optional.of(Mail.parse(String.valueOf(id), envelope, file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read mail " + id, e);
    }
  }

  synchronized void deleteAll() throws IOException {
    for (Long id : List.copyOf(envelopes.keySet())) {
      envelopes.remove(id);
      Files.deleteIfExists(file(id));
    }
  }

  private List<Mail> read(Stream<Long> ids) {
    return ids.map(this::find).flatMap(Optional::stream).toList();
  }

  private Path file(long id) {
    return folder.resolve(id + SUFFIX);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static byte[] writeEnvelope(Envelope envelope) throws IOException {
    return JSON.writeValueAsBytes(
        Map.of(
            "from", List.of(envelope.from()),
            "to", envelope.to(),
            "receivedAt", List.of(envelope.receivedAt().toString())));
  }

  private static Envelope readEnvelope(InputStream file) throws IOException {
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
