package org.fapiaosuite.ordersync.platform.standard;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;
import org.jspecify.annotations.Nullable;

/** Reads RFC 4180 records one at a time; a field or a record has an end. */
final class CsvReader {
  private static final int LONGEST_RECORD = 64 * 1024;
  private static final int MOST_FIELDS = 32;

  private final Reader in;
  private int next;

  CsvReader(Reader in) throws IOException {
    this.in = in;
    this.next = in.read();
  }

  /** The fields of the next record; null at the end. Empty lines are passed over. */
  @Nullable List<String> next() throws IOException {
    while (next == '\r' || next == '\n') {
      next = in.read();
    }
    if (next < 0) {
      return null;
    }
    List<String> fields = new ArrayList<>(12);
    int length = 0;
    while (true) {
      String field = next == '"' ? quoted() : plain();
      length += field.length();
      fields.add(field);
      if (length > LONGEST_RECORD || fields.size() > MOST_FIELDS) {
        throw new StatementRefusedException(Cause.NOT_CSV);
      }
      if (next != ',') {
        return endOfRecord(fields);
      }
      next = in.read();
    }
  }

  private List<String> endOfRecord(List<String> fields) throws StatementRefusedException {
    if (next >= 0 && next != '\r' && next != '\n') {
      throw new StatementRefusedException(Cause.NOT_CSV);
    }
    return fields;
  }

  private String plain() throws IOException {
    StringBuilder field = new StringBuilder();
    while (next >= 0 && next != ',' && next != '\r' && next != '\n') {
      append(field);
    }
    return field.toString();
  }

  private String quoted() throws IOException {
    StringBuilder field = new StringBuilder();
    next = in.read();
    while (true) {
      if (next < 0) {
        throw new StatementRefusedException(Cause.NOT_CSV);
      }
      if (next == '"') {
        next = in.read();
        if (next != '"') {
          return field.toString();
        }
      }
      append(field);
    }
  }

  private void append(StringBuilder field) throws IOException {
    if (field.length() == LONGEST_RECORD) {
      throw new StatementRefusedException(Cause.NOT_CSV);
    }
    field.append((char) next);
    next = in.read();
  }
}
