package org.fapiaosuite.local.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fapiaosuite.local.keys.PrivateFile;

/**
 * The newest mails, on disk: a file each, its owner's alone, its first line the envelope as JSON,
 * the rest the mail as it came. In memory is only an index.
 */
final class Mails {
  private static final String SUFFIX = ".mail";

  /** Envelopes are far shorter. */
  private static final int BUFFER = 1024;

  private final Path folder;
  private final int kept;
  private final Clock clock;
  private final MailIndex index = new MailIndex();
  private long lastId;

  /** A folder's mails, of which the newest {@code kept} are kept. */
  Mails(Path folder, int kept, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.kept = kept;
    this.clock = clock;
    for (long id : idsInFolder()) {
      try (InputStream file = open(id)) {
        note(id, Envelope.read(file));
      }
    }
  }

  /** Keeps a mail; once this returns it survives the end of this process. */
  synchronized void add(String from, List<String> to, byte[] content) throws IOException {
    Envelope envelope = new Envelope(from, to.stream().sorted().toList(), now());
    // Time-based, so that an id is not used again after everything was deleted.
    long id = Math.max(lastId + 1, envelope.receivedAt().toEpochMilli());
    PrivateFile.write(file(id), envelope.line(), content);
    note(id, envelope);
  }

  private void note(long id, Envelope envelope) throws IOException {
    index.add(id, envelope.to());
    lastId = id;
    while (index.size() > kept) {
      Files.deleteIfExists(file(index.removeOldest()));
    }
  }

  int size() {
    return index.size();
  }

  /** The ids of the newest mails older than the given one, newest first. */
  long[] before(long id, int most) {
    return index.before(id, most);
  }

  /**
   * The same of those that an SMTP recipient got; case does not matter. Never more than {@code
   * most}.
   */
  long[] before(long id, int most, String address) {
    return LongStream.of(index.before(id, most, address))
        .filter(candidate -> envelope(candidate).map(e -> e.isFor(address)).orElse(false))
        .toArray();
  }

  /** A mail with all its parts. */
  Optional<Mail> find(long id) {
    return read(id, file -> Mail.parse(String.valueOf(id), Envelope.read(file), file));
  }

  /** What a list shows of a mail; nothing but its headers is read. */
  Optional<Summary> summary(long id) {
    return read(id, file -> Summary.read(String.valueOf(id), Envelope.read(file), file));
  }

  /** A mail as it came; for the caller to close. */
  Optional<InputStream> source(long id) throws IOException {
    try {
      InputStream file = open(id);
      Envelope.read(file);
      return Optional.of(file);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  synchronized void deleteAll() throws IOException {
    while (index.size() > 0) {
      Files.deleteIfExists(file(index.removeOldest()));
    }
  }

  private Optional<Envelope> envelope(long id) {
    return read(id, Envelope::read);
  }

  private interface Reader<T> {
    T read(InputStream file) throws IOException;
  }

  private <T> Optional<T> read(long id, Reader<T> reader) {
    try (InputStream file = open(id)) {
      return Optional.of(reader.read(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read mail " + id, e);
    }
  }

  private long[] idsInFolder() throws IOException {
    List<Long> ids = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        ids.add(Long.valueOf(name.substring(0, name.length() - SUFFIX.length())));
      }
    }
    long[] sorted = ids.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private InputStream open(long id) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file(id)), BUFFER);
  }

  private Path file(long id) {
    return folder.resolve(id + SUFFIX);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
