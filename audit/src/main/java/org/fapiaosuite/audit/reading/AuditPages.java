package org.fapiaosuite.audit.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** The entries of the trail, newest first. */
@ApplicationScoped
class AuditPages {

  private final AgroalDataSource database;

  AuditPages(AgroalDataSource database) {
    this.database = database;
  }

  /** Which entries are asked for; null for all. */
  record Filter(
      @Nullable String actor,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {

    private String condition() {
      return (actor == null ? "" : " AND e.actor = ?")
          + (subject == null ? "" : " AND e.subjects @> ARRAY[?]::text[]")
          + (from == null ? "" : " AND e.at >= ?")
          + (to == null ? "" : " AND e.at < ?");
    }

    private List<Object> values() {
      List<Object> values = new ArrayList<>();
      if (actor != null) {
        values.add(actor);
      }
      if (subject != null) {
        values.add(subject);
      }
      if (from != null) {
        values.add(from.atOffset(ZoneOffset.UTC));
      }
      if (to != null) {
        values.add(to.atOffset(ZoneOffset.UTC));
      }
      return values;
    }
  }

  /** Entries below an id. */
  List<AuditEntry> page(Filter filter, long below, int limit) throws SQLException {
    String sql =
        "SELECT "
            + AuditEntry.COLUMNS
            + " FROM audit_entry e WHERE e.id < ?"
            + filter.condition()
            + " ORDER BY e.id DESC LIMIT ?";
    List<Object> values = new ArrayList<>();
    values.add(below);
    values.addAll(filter.values());
    values.add(limit);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        List<AuditEntry> entries = new ArrayList<>();
        while (row.next()) {
          entries.add(AuditEntry.of(row));
        }
        return entries;
      }
    }
  }
}
