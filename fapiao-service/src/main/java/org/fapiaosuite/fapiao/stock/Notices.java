package org.fapiaosuite.fapiao.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.fapiao.kind.FapiaoKind;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/** The out-of-use notices that are in force. */
@ApplicationScoped
public class Notices {

  private static final String IN_FORCE =
      """
      SELECT id, text, type, medium, expected_issue_at, until, automatic, published_at FROM notice
      WHERE withdrawn_at IS NULL AND (until IS NULL OR until > ?)
      ORDER BY published_at DESC, id DESC LIMIT 20
      """;

  private static final String AUTOMATIC =
      """
      SELECT id, text, type, medium, expected_issue_at, until, automatic, published_at FROM notice
      WHERE withdrawn_at IS NULL AND automatic AND type = ? AND medium = ?
      """;

  private final AgroalDataSource database;
  private final ObjectMapper json;
  private final Clock clock;

  Notices(AgroalDataSource database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Newest first. */
  public List<Notice> inForce() {
    return select(IN_FORCE, clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** The one that came by itself for a kind; at most one is in force. */
  Optional<Notice> automatic(FapiaoKind kind) {
    return select(AUTOMATIC, kind.type().name(), kind.medium().name()).stream().findFirst();
  }

  /** Those that whoever applies for such a Fapiao should read, newest first. */
  public List<Notice> concerning(FapiaoKind kind) {
    return inForce().stream().filter(notice -> notice.concerns(kind)).toList();
  }

  private List<Notice> select(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        List<Notice> notices = new ArrayList<>();
        while (rows.next()) {
          notices.add(notice(rows));
        }
        return notices;
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("cannot read the notices", e);
    }
  }

  private Notice notice(ResultSet row) throws SQLException, JsonProcessingException {
    String type = row.getString(3);
    String medium = row.getString(4);
    return new Notice(
        row.getObject(1, UUID.class),
        json.readValue(row.getString(2), new TypeReference<Map<String, String>>() {}),
        type == null ? null : FapiaoType.valueOf(type),
        medium == null ? null : Medium.valueOf(medium),
        instant(row, 5),
        instant(row, 6),
        row.getBoolean(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
