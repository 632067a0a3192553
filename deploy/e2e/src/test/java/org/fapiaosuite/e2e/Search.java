package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for values in everything that keeps something: every log, every event of every topic, every
 * column of text, bytes or JSON of every table.
 */
record Search(Suite suite) {
  private static final Set<String> SERVICES =
      Set.of("account", "order-sync", "fapiao", "notification");

  /** Every column that can hold a text; of a partitioned table the one it is made of. */
  private static final String COLUMNS =
      """
      SELECT format('%I', c.relname) || ' ' || format('%I', a.attname)
      FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
        AND coalesce(e.typname, t.typname)
          IN ('text', 'varchar', 'bpchar', 'name', 'bytea', 'json', 'jsonb', 'xml')
      ORDER BY 1
      """;

  /** Where something is, in words: kind of the value, then the place. */
  Set<String> findings(Collection<Canary> canaries) {
    Set<String> findings = new TreeSet<>();
    suite.description().path("logs").forEach(log -> findings.addAll(inLog(canaries, path(log))));
    for (String event : new Topics(suite.kafka()).everything()) {
      findings.addAll(found(canaries, "event " + Topics.type(event), event));
    }
    SERVICES.forEach(service -> findings.addAll(inDatabase(canaries, service)));
    return findings;
  }

  static Set<String> inLog(Collection<Canary> canaries, Path log) {
    try {
      return found(canaries, "log " + log.getFileName(), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> inDatabase(Collection<Canary> canaries, String service) {
    String[] writings =
        canaries.stream().flatMap(canary -> canary.writings().stream()).toArray(String[]::new);
    List<String> selects = new ArrayList<>();
    for (String column : suite.databases().column(service, COLUMNS)) {
      String[] names = column.split(" ");
      selects.add(
          "SELECT '%1$s.%2$s ' || \"%2$s\"::text FROM %1$s, wanted WHERE position(word IN \"%2$s\"::text) > 0"
              .formatted(names[0], names[1]));
    }
    Set<String> findings = new TreeSet<>();
    for (String hit :
        suite
            .databases()
            .column(
                service,
                "WITH wanted AS (SELECT unnest(?::text[]) AS word) "
                    + String.join(" UNION ", selects),
                (Object) writings)) {
      int space = hit.indexOf(' ');
      findings.addAll(
          found(canaries, service + "." + hit.substring(0, space), text(hit.substring(space + 1))));
    }
    return findings;
  }

  private static Set<String> found(Collection<Canary> canaries, String place, String text) {
    Set<String> findings = new TreeSet<>();
    for (Canary canary : canaries) {
      if (!canary.places().contains(place) && canary.isIn(text)) {
        findings.add(canary.kind() + " in " + place);
      }
    }
    return findings;
  }

  /** PostgreSQL shows bytes as hexadecimal digits. */
  private static String text(String shown) {
    return shown.matches("\\\\x([0-9a-f]{2})*")
        ? new String(HexFormat.of().parseHex(shown.substring(2)), UTF_8)
        : shown;
  }

  private static Path path(JsonNode log) {
    return Path.of(log.asText());
  }
}
