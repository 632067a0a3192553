package org.fapiaosuite.ordersync.platform.standard;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;
import org.fapiaosuite.ordersync.platform.StatementTotals;

/**
 * Reads the statement file: gzip, UTF-8, a header line, a line for each movement, a line {@code
 * TOTAL,<count>,<paid>,<refunded>}. Memory does not grow with the file.
 */
final class StatementCsv {
  private static final long SMALL = 1024 * 1024;
  private static final long MOST_SHRINKING = 100;

  private final MovementRules rules;
  private final long mostUnzipped;

  StatementCsv(MovementRules rules, long mostUnzipped) {
    this.rules = rules;
    this.mostUnzipped = mostUnzipped;
  }

  StatementTotals read(Path file, String digest, Consumer<StatementLine> lines) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream zipped = new BufferedInputStream(Files.newInputStream(file));
        InputStream unzipped = new LimitedStream(new GZIPInputStream(zipped), most(file));
        DigestInputStream digested = new DigestInputStream(unzipped, sha256);
        // A decoder of our own, since the usual one replaces what is not UTF-8.
        Reader text =
            new BufferedReader(
                new InputStreamReader(digested, StandardCharsets.UTF_8.newDecoder()))) {
      StatementTotals totals = read(new CsvReader(text), lines);
      String actual = Base64.getEncoder().encodeToString(sha256.digest());
      if (!actual.equals(digest)) {
        throw new StatementRefusedException(Cause.DIGEST_DIFFERS);
      }
      return totals;
    } catch (CharacterCodingException e) {
      throw new StatementRefusedException(Cause.NOT_UTF8);
    } catch (ZipException | java.io.EOFException e) {
      throw new StatementRefusedException(Cause.NOT_GZIP);
    }
  }

  /** No honest list of payments shrinks to a hundredth, so a zip bomb is known by its size. */
  private long most(Path file) throws IOException {
    return Math.min(mostUnzipped, Math.max(SMALL, Files.size(file) * MOST_SHRINKING));
  }

  private StatementTotals read(CsvReader csv, Consumer<StatementLine> lines) throws IOException {
    StatementSums sums = new StatementSums();
    List<String> fields = csv.next();
    if (fields != null && fields.get(0).equals("type")) {
      StatementFields.checkHeader(fields);
      fields = csv.next();
    }
    while (fields != null && !fields.get(0).equals("TOTAL")) {
      StatementFields line = StatementFields.of(fields);
      sums.add(line);
      lines.accept(line.read(sums.lines(), rules));
      fields = csv.next();
    }
    if (fields == null || csv.next() != null) {
      throw new StatementRefusedException(Cause.NO_TOTALS);
    }
    return sums.checked(fields);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
