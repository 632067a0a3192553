package org.fapiaosuite.fapiao.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is by its content, whatever its name and its sender say: its first and last bytes,
 * and of a picture how large it says it is. Nothing is unpacked.
 *
 * @param pixels of a picture; 0 of a document
 */
public record Sniffed(FileKind kind, long pixels) {

  private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final String PDF_END = "%%EOF";

  /** Readers look for the end of a PDF within so many of its last bytes. */
  private static final int PDF_TAIL = 1024;

  private static final byte[] PNG_HEAD = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  private static final byte[] PNG_END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82
  };
  private static final int JPEG_START = 0xFFD8;

  /** The kind of a file; empty for one that is none of those that are taken. */
  public static Optional<Sniffed> of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.mark(PNG_HEAD.length);
      byte[] head = in.readNBytes(PNG_HEAD.length);
      if (startsWith(head, PDF_HEAD)) {
        boolean ends =
            new String(tail(file, PDF_TAIL), StandardCharsets.US_ASCII).contains(PDF_END);
        return ends ? Optional.of(new Sniffed(FileKind.PDF, 0)) : Optional.empty();
      }
      if (startsWith(head, PNG_HEAD)) {
        long pixels = Integer.toUnsignedLong(in.readInt()) * Integer.toUnsignedLong(in.readInt());
        boolean ends = Arrays.equals(tail(file, PNG_END.length), PNG_END);
        return ends ? Optional.of(new Sniffed(FileKind.PNG, pixels)) : Optional.empty();
      }
      in.reset();
      return in.readUnsignedShort() == JPEG_START ? jpeg(in) : Optional.empty();
    } catch (EOFException cutOff) {
      return Optional.empty();
    }
  }

  /** Walks over the segments to the one that begins the frame and says how large it is. */
  private static Optional<Sniffed> jpeg(DataInputStream in) throws IOException {
    while (true) {
      if (in.readUnsignedByte() != 0xFF) {
        return Optional.empty();
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xFF) {
        marker = in.readUnsignedByte();
      }
      int length = in.readUnsignedShort();
      if (isFrame(marker)) {
        in.readUnsignedByte();
        long pixels = (long) in.readUnsignedShort() * in.readUnsignedShort();
        return Optional.of(new Sniffed(FileKind.JPEG, pixels));
      }
      // a scan before any frame is no picture
      if (length < 2 || marker == 0xDA) {
        return Optional.empty();
      }
      in.skipNBytes(length - 2L);
    }
  }

  /** SOF0 to SOF15 without the markers among them that mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean startsWith(byte[] head, byte[] start) {
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  private static byte[] tail(Path file, int most) throws IOException {
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(most, reader.length());
      byte[] tail = new byte[length];
      reader.seek(reader.length() - length);
      reader.readFully(tail);
      return tail;
    }
  }
}
