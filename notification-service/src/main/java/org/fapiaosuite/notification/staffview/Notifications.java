package org.fapiaosuite.notification.staffview;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.notification.delivery.DeliveryState;
import org.fapiaosuite.notification.templates.Facts;
import org.fapiaosuite.notification.templates.FactsJson;
import org.jspecify.annotations.Nullable;

/** Reads mails for staff. */
@ApplicationScoped
class Notifications {
  private static final String FROM =
      " FROM delivery d LEFT JOIN recipient r ON r.account_id = d.account_id";

  private final AgroalDataSource database;

  Notifications(AgroalDataSource database) {
    this.database = database;
  }

  /** Those before an id, newest first; one row beyond the limit. */
  List<NotificationView> page(NotificationFilter filter, UUID before, int limit)
      throws SQLException {
    NotificationFilter.Condition condition = filter.condition();
    String sql =
        "SELECT "
            + NotificationView.COLUMNS
            + FROM
            + " WHERE d.id < ?"
            + condition.sql()
            + " ORDER BY d.id DESC LIMIT ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, before);
      int position = 2;
      for (Object parameter : condition.parameters()) {
        select.setObject(position++, parameter);
      }
      select.setInt(position, limit + 1);
      List<NotificationView> page = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(NotificationView.of(rows));
        }
      }
      return page;
    }
  }

  Optional<NotificationView> find(UUID id) throws SQLException {
    return one("d.id = ?", id);
  }

  /** The repetition that a key stands for, if it has been made. */
  Optional<NotificationView> findByEvent(String eventId) throws SQLException {
    return one("d.event_id = ?", eventId);
  }

  private Optional<NotificationView> one(String condition, Object parameter) throws SQLException {
    String sql = "SELECT " + NotificationView.COLUMNS + FROM + " WHERE " + condition;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(NotificationView.of(row)) : Optional.empty();
      }
    }
  }

  /** What a mail is made of. */
  Optional<Content> content(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT d.facts, d.subject_id, d.address, d.locale" + FROM + " WHERE d.id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Content(
                    FactsJson.read(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
            : Optional.empty();
      }
    }
  }

  /** How many mails stand where, and since when the oldest unsent one waits. */
  Summary summary() throws SQLException {
    Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
    for (DeliveryState state : DeliveryState.values()) {
      counts.put(state, 0L);
    }
    Instant oldest = null;
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT state, count(*), min(created_at) FROM delivery GROUP BY state");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        DeliveryState state = DeliveryState.valueOf(rows.getString(1));
        counts.put(state, rows.getLong(2));
        Instant created = rows.getObject(3, OffsetDateTime.class).toInstant();
        if (!state.isFinal() && (oldest == null || created.isBefore(oldest))) {
          oldest = created;
        }
      }
    }
    return new Summary(counts, oldest);
  }

  boolean isSuppressed(EmailAddress address) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM suppression WHERE address = ?")) {
      select.setString(1, address.key());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * What a mail is made of.
   *
   * @param address null when the account decides
   * @param locale null when the account decides or nobody knows
   */
  record Content(
      Facts facts, @Nullable String subjectId, @Nullable String address, @Nullable String locale) {}

  /**
   * The queue in numbers.
   *
   * @param oldestUnsentAt null when nothing waits
   */
  record Summary(Map<DeliveryState, Long> states, @Nullable Instant oldestUnsentAt) {}
}
