package org.fapiaosuite.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act: who did what to which things, or saw them.
 *
 * @param id grows with each entry, not always in the order of the acts
 * @param at when, to the microsecond
 * @param actor account of who acted
 * @param roles theirs at that time, in the order of the alphabet, with commas between
 * @param action the operation's id in the API document
 * @param subjects ids of what it was done to or what was shown
 * @param detail more about it, without personal data; and who the actor is at the issuer that named
 *     them
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String roles,
    String action,
    List<String> subjects,
    @Nullable String detail) {

  /** What {@link #of} reads, of {@code audit_entry} e. */
  public static final String COLUMNS =
      "e.id, e.at, e.actor, e.roles, e.action, e.subjects, e.detail";

  /** The entry in a row. */
  public static AuditEntry of(ResultSet row) throws SQLException {
    Array subjects = row.getArray("subjects");
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("roles"),
        row.getString("action"),
        List.of((String[]) subjects.getArray()),
        row.getString("detail"));
  }
}
