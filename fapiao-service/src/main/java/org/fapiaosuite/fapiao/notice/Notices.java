package org.fapiaosuite.fapiao.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The out-of-use notices that are in force. */
@ApplicationScoped
public class Notices {

  private static final String IN_FORCE =
      "SELECT id, text, type, expected_issue_at, published_at FROM notice"
          + " WHERE withdrawn_at IS NULL ORDER BY published_at DESC, id DESC LIMIT 20";

  private final AgroalDataSource database;
  private final ObjectMapper json;

  Notices(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Newest first. */
  public List<Notice> inForce() {
    try (var connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(IN_FORCE);
        ResultSet rows = query.executeQuery()) {
      List<Notice> notices = new ArrayList<>();
      while (rows.next()) {
        notices.add(
            new Notice(
                rows.getObject(1, UUID.class),
                json.readValue(rows.getString(2), new TypeReference<Map<String, String>>() {}),
                rows.getString(3),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getObject(5, OffsetDateTime.class).toInstant()));
      }
      return notices;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("cannot read the notices", e);
    }
  }
}
