package org.fapiaosuite.ordersync.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.messaging.outbox.OutboxRow;

/**
 * Takes pushes in: one statement, one commit. It notes the key of each push; for a new key it keeps
 * the body and the fact; for a new order it opens the order and writes its event to the outbox;
 * whatever it cannot settle by itself (a refund, a second payment, an order that is known already)
 * it leaves to the review of the order. As it is one statement without a transaction around it,
 * there is one round trip to the database, and nothing can be half done.
 */
@ApplicationScoped
class IntakeStatement {
  static final String SQL =
      """
      WITH said AS (
        SELECT * FROM json_to_recordset(?::json) AS said(
          platform text, webhook_id text, body_hash text, received_at timestamptz, type text,
          body text, kind text, order_id text, order_number text, reference text,
          transaction_id text, amount bigint, currency text, occurred_at timestamptz, reason text,
          customer_id text, payer_name text, payer_email text, product text, quantity integer,
          announce boolean, invoiceable_from timestamptz, next_check_at timestamptz,
          event_event_id uuid, event_topic text, event_type text, event_aggregate_id text,
          event_occurred_at timestamptz, event_traceparent text, event_data text)
      ), seen AS (
        INSERT INTO push_key AS known (platform, webhook_id, body_hash, received_at)
        SELECT platform, webhook_id, decode(body_hash, 'hex'), received_at FROM said
        ON CONFLICT (platform, webhook_id) DO UPDATE SET repeats = known.repeats + 1
        RETURNING platform, webhook_id, body_hash, repeats
      ), fresh AS (
        SELECT said.* FROM said JOIN seen USING (platform, webhook_id) WHERE repeats = 0
      ), kept AS (
        INSERT INTO push (received_at, platform, webhook_id, type, body)
        SELECT received_at, platform, webhook_id, type, body FROM fresh
      ), noted AS (
        INSERT INTO fact (order_id, kind, reference, source, amount, currency, occurred_at,
          platform, order_number, source_id, transaction_id, customer_id, payer_name, payer_email,
          product, quantity, reason, recorded_at)
        SELECT order_id, kind, reference, 'PUSH', amount, currency, occurred_at, platform,
          order_number, webhook_id, transaction_id, customer_id, payer_name, payer_email, product,
          quantity, reason, received_at
        FROM fresh WHERE kind IS NOT NULL
        ON CONFLICT DO NOTHING
        RETURNING source_id AS webhook_id, platform
      ), opened AS (
        INSERT INTO orders (id, platform, order_number, owner, status, source, transaction_id,
          customer_id, payer_name, payer_email, product, quantity, paid, currency, paid_at,
          invoiceable_from, next_check_at, announced, first_seen_at)
        SELECT order_id, platform, order_number, true, 'SYNCHRONISING', 'PUSH', transaction_id,
          platform || ':' || customer_id, payer_name, payer_email, product, quantity, amount,
          currency, occurred_at, invoiceable_from, next_check_at, true, received_at
        FROM fresh JOIN noted USING (platform, webhook_id) WHERE announce
        ON CONFLICT DO NOTHING
        RETURNING id
      ), told AS (
        INSERT INTO %s (%s)
        SELECT event_event_id, event_topic, event_type, event_aggregate_id, event_occurred_at,
          event_traceparent, event_data
        FROM fresh JOIN opened ON opened.id = fresh.order_id WHERE announce
      ), left_to_review AS (
        INSERT INTO order_review (platform, order_number, due_at)
        SELECT platform, order_number, received_at
        FROM fresh JOIN noted USING (platform, webhook_id)
          LEFT JOIN opened ON opened.id = fresh.order_id AND fresh.announce
        WHERE opened.id IS NULL
      )
      SELECT platform, webhook_id, encode(body_hash, 'hex'), repeats FROM seen
      """
          .formatted(OutboxRow.TABLE, OutboxRow.COLUMNS);

  private static final int MOST_TRIES = 4;

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build()
          .writer();

  private final AgroalDataSource database;

  IntakeStatement(AgroalDataSource database) {
    this.database = database;
  }

  /** What is known of a key after the statement. */
  record Seen(String bodyHash, int repeats) {}

  /**
   * Commits the pushes.
   *
   * @param rows each key once
   * @return by key
   * @throws SQLException when nothing was committed
   */
  Map<PushKey, Seen> execute(List<IntakeRow> rows) throws SQLException {
    String json = json(rows);
    for (int attempt = 1; ; attempt++) {
      try {
        return execute(json);
      } catch (SQLException e) {
        // Two batches that name the same orders in another sequence: the one that lost starts over.
        boolean collided = "40P01".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
        if (!collided || attempt == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private Map<PushKey, Seen> execute(String json) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, json);
      try (ResultSet rows = statement.executeQuery()) {
        Map<PushKey, Seen> seen = new HashMap<>();
        while (rows.next()) {
          seen.put(
              new PushKey(rows.getString(1), rows.getString(2)),
              new Seen(rows.getString(3), rows.getInt(4)));
        }
        return seen;
      }
    }
  }

  /** The one parameter of the statement. */
  static String json(List<IntakeRow> rows) {
    try {
      return WRITER.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("push cannot be written as JSON", e);
    }
  }
}
