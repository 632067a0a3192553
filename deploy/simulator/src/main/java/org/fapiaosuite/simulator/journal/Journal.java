package org.fapiaosuite.simulator.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.fapiaosuite.simulator.Json;

/**
 * One JSON object a line, only ever appended. What a killed process left half written at the end is
 * cut off at the next start; everything before it counts.
 */
public final class Journal implements AutoCloseable {

  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens the journal of a data folder and tells its lines in the order they were written.
   *
   * @throws IOException when another process has the folder, or a line in the middle is damaged
   */
  public static Journal open(Path folder, Consumer<ObjectNode> reader) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("journal.jsonl");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      claim(channel, file);
      channel.truncate(replay(file, reader));
      channel.position(channel.size());
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
    return new Journal(channel);
  }

  private static void claim(FileChannel channel, Path file) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // answered below, like a lock held by another process
    }
    throw new IOException("another simulator uses " + file);
  }

  /** Returns how many bytes of the file are whole lines. */
  private static long replay(Path file, Consumer<ObjectNode> reader) throws IOException {
    long whole = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        reader.accept(Json.readObject(line.toByteArray()));
        whole += line.size() + 1L;
        line.reset();
      }
    }
    return whole;
  }

  /** Appends lines that must survive anything: returns when they are on the disk. */
  public synchronized void append(List<ObjectNode> lines) throws IOException {
    write(lines);
    channel.force(false);
  }

  /** Appends a line whose loss in a power cut costs no more than a repetition. */
  public synchronized void note(ObjectNode line) throws IOException {
    write(List.of(line));
  }

  private void write(List<ObjectNode> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(lines.size() * 640);
    for (ObjectNode line : lines) {
      bytes.writeBytes(Json.write(line));
      bytes.write('\n');
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
