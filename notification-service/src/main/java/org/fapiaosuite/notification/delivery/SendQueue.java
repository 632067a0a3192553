package org.fapiaosuite.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.messaging.GroupCommit;
import org.fapiaosuite.notification.secret.SecretOwners;
import org.fapiaosuite.notification.templates.FactsJson;
import org.fapiaosuite.notification.templates.MailKind;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The queue as senders see it: take one mail with a lease, give it back settled. Each sender holds
 * one mail at a time, so that a killed process leaves at most as many mails in doubt as it had
 * connections.
 */
@ApplicationScoped
class SendQueue {
  private static final Logger LOG = Logger.getLogger(SendQueue.class);

  /** Every so many claims what has been due for longest goes, whatever its kind. */
  private static final int OLDEST_EVERY = 4;

  /** As the index delivery_urgent names them, which is asked for their moment in its own words. */
  private static final String URGENT =
      Stream.of(MailKind.values())
          .filter(MailKind::isUrgent)
          .map(kind -> "'" + kind + "'")
          .collect(Collectors.joining(", ", "kind IN (", ")"));

  /** The most outcomes that share a statement. */
  private static final int MOST_TOGETHER = 8;

  /** In place of how many mails; as a parameter it would be planned anew each time. */
  private static final String MANY = "{many}";

  /**
   * Without the coalesce the planner takes the unknown list for one that leaves next to nothing,
   * and reads and sorts all that is due at every claim.
   */
  private static final String DUE =
      """
      SELECT id, state, account_id, address, locale FROM delivery
        WHERE %1$s <= %2$s AND NOT coalesce(kind = ANY (?), FALSE) AND %3$s
        ORDER BY %1$s, id FOR UPDATE SKIP LOCKED LIMIT %4$s""";

  /**
   * Urgent first: the second part makes up what the first does not find or is not wanted for. The
   * recipient is looked up now, so that a mail follows its account to a new address. The mails are
   * picked in a WITH, which runs once; a subquery in FROM may run, and lock, once a row. Mails
   * whose secret cannot be had at present stay where they are, so that the others pass them.
   */
  private static final String CLAIM =
      """
      WITH urgent AS MATERIALIZED (%s),
      oldest AS MATERIALIZED (%s),
      due AS MATERIALIZED (
        SELECT * FROM (SELECT * FROM urgent UNION ALL SELECT * FROM oldest) picked LIMIT {many})
      UPDATE delivery d SET state = 'SENDING', before_claim = due.state, next_attempt_at = NULL,
        lease = ?, lease_until = ?, changed_at = ?
      FROM due
        LEFT JOIN recipient r ON r.account_id = due.account_id
        LEFT JOIN recipient known ON due.account_id IS NULL AND due.locale IS NULL
          AND lower(known.address) = lower(due.address)
        LEFT JOIN suppression s ON s.address = lower(coalesce(due.address, r.address))
      WHERE d.id = due.id
      RETURNING d.id, d.kind, d.message_id, coalesce(d.address, r.address) AS recipient,
        coalesce(d.locale, r.locale, known.locale) AS language, s.address IS NOT NULL AS suppressed,
        d.subject_id, d.facts, d.before_claim, d.attempts, d.waits, d.give_up_at
      """
          .formatted(
              DUE.formatted(
                  "next_attempt_at AT TIME ZONE 'UTC'",
                  "CAST(? AS timestamptz) AT TIME ZONE 'UTC'",
                  "? AND next_attempt_at IS NOT NULL AND " + URGENT,
                  MANY),
              DUE.formatted(
                  "next_attempt_at",
                  "?",
                  "id <> ALL (ARRAY(SELECT id FROM urgent))",
                  MANY + " - (SELECT count(*) FROM urgent)"));

  private static final String OUTCOME =
      "(?::uuid, ?::uuid, ?, ?::timestamptz, ?::integer, ?::integer, ?, ?, ?, ?::timestamptz,"
          + " ?::timestamptz)";

  private static final String SETTLE =
      """
      UPDATE delivery d SET state = o.state, next_attempt_at = o.next_attempt_at,
        attempts = o.attempts, waits = o.waits, reason = o.reason,
        reply = coalesce(o.reply, d.reply), sent_to = coalesce(o.sent_to, d.sent_to),
        sent_at = o.sent_at, changed_at = o.changed_at,
        lease = NULL, lease_until = NULL, before_claim = NULL
      FROM (VALUES %s) AS o (id, lease, state, next_attempt_at, attempts, waits, reason, reply,
        sent_to, sent_at, changed_at)
      WHERE d.id = o.id AND d.lease = o.lease
      """;

  private static final String SETTLE_ONE = SETTLE.formatted(OUTCOME);
  private static final String CLAIM_ONE = claimStatement(1);

  /** One round trip and one commit a group. Both parts see the queue as it was before. */
  private static final List<String> SETTLE_AND_CLAIM =
      IntStream.rangeClosed(1, MOST_TOGETHER).mapToObj(SendQueue::settleAndClaimStatement).toList();

  private static final String NEXT =
      """
      SELECT subject_id FROM delivery WHERE next_attempt_at <= ? AND kind = ?
      ORDER BY next_attempt_at, id LIMIT ?
      """;

  /**
   * Asked for in vain by another mail's question. Each climbs by itself, as far as that question's
   * waits go.
   */
  private static final String POSTPONE =
      """
      UPDATE delivery SET reason = 'NO_SECRET', changed_at = ?,
        waits = CASE WHEN waits < cardinality(w.steps) THEN waits + 1 ELSE waits END,
        next_attempt_at = ?
          + w.steps[least(waits + 1, cardinality(w.steps))] * interval '1 millisecond'
      FROM (SELECT ?::bigint[] AS steps) w
      WHERE subject_id = ANY (?) AND id = ANY (ARRAY(SELECT id FROM delivery
        WHERE next_attempt_at <= ? AND kind = ?
        ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED))
      """;

  /** Whoever held these is dead or hangs; the mail may have been taken. */
  private static final String EXPIRE =
      """
      UPDATE delivery SET state = 'UNKNOWN', next_attempt_at = ?, attempts = attempts + 1,
        reason = 'LEASE_EXPIRED', changed_at = ?, lease = NULL, lease_until = NULL,
        before_claim = NULL
      WHERE lease_until < ?
      """;

  private final AgroalDataSource database;
  private final SecretOwners secrets;
  private final RetryPlan plan;
  private final Bell bell;
  private final DeliveryConfig config;
  private final Clock clock;
  private final AtomicInteger claims = new AtomicInteger();
  private final GroupCommit<Delivery.Settlement, Settled> together =
      new GroupCommit<>(this::settleAndClaimAll, SendQueue::room);

  SendQueue(
      AgroalDataSource database,
      SecretOwners secrets,
      RetryPlan plan,
      Bell bell,
      DeliveryConfig config,
      Clock clock) {
    this.plan = plan;
    this.bell = bell;
    this.database = database;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Takes the next mail, or none: of those that somebody waits for the one that has been due for
   * longest, at every fourth claim and without such a one that of all.
   */
  @Nullable Delivery claim() throws SQLException {
    UUID lease = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM_ONE)) {
      bindClaim(claim, 1, lease);
      try (ResultSet row = claim.executeQuery()) {
        return row.next() ? readOrSkip(row, lease) : null;
      }
    }
  }

  /**
   * Writes down what became of a mail and takes the next one, in one transaction. Senders that come
   * while another's outcome is written share the next transaction.
   */
  Settled settleAndClaim(Delivery.Settlement settlement) throws SQLException {
    return together.write(settlement);
  }

  /** How many wait for a group of theirs. */
  int waiting() {
    return together.waiting();
  }

  private List<Settled> settleAndClaimAll(List<Delivery.Settlement> group) throws SQLException {
    UUID lease = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        PreparedStatement both =
            connection.prepareStatement(SETTLE_AND_CLAIM.get(group.size() - 1))) {
      int next = 1;
      for (Delivery.Settlement settlement : group) {
        next = bindSettlement(both, next, settlement);
      }
      bindClaim(both, next, lease);
      try (ResultSet rows = both.executeQuery()) {
        List<Settled> settled = read(rows, group, lease);
        group.forEach(one -> ringAt(one.nextAttemptAt()));
        return settled;
      }
    }
  }

  /**
   * For what is due before the queue is looked at anyway. What is due already is found by whoever
   * settled it, or by the ring at the end of its lane.
   */
  private void ringAt(@Nullable Instant due) {
    if (due != null) {
      Duration wait = Duration.between(clock.instant(), due);
      if (!wait.isNegative() && !wait.isZero() && wait.compareTo(config.pollInterval()) < 0) {
        bell.ringAfter(wait);
      }
    }
  }

  /** The mail, or none when it cannot be read: it stays as it is until its lease ends. */
  private static @Nullable Delivery readOrSkip(ResultSet row, UUID lease) throws SQLException {
    try {
      return read(row, lease);
    } catch (RuntimeException e) {
      LOG.errorf(e, "a mail cannot be read and waits for its lease, delivery=%s", row.getString(1));
      return null;
    }
  }

  private static List<Settled> read(ResultSet rows, List<Delivery.Settlement> group, UUID lease)
      throws SQLException {
    Set<UUID> inTime = new HashSet<>();
    Deque<Delivery> claimed = new ArrayDeque<>();
    while (rows.next()) {
      if (inTime.isEmpty() && rows.getArray(13) != null) {
        inTime.addAll(List.of((UUID[]) rows.getArray(13).getArray()));
      }
      if (rows.getObject(1) != null) {
        Delivery next = readOrSkip(rows, lease);
        if (next != null) {
          claimed.add(next);
        }
      }
    }
    return group.stream()
        .map(one -> new Settled(inTime.contains(one.delivery().id()), claimed.poll()))
        .toList();
  }

  /** Writes down what became of a mail; false when its lease had passed to somebody else. */
  boolean settle(Delivery.Settlement settlement) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement settle = connection.prepareStatement(SETTLE_ONE)) {
      bindSettlement(settle, 1, settlement);
      boolean inTime = settle.executeUpdate() == 1;
      ringAt(settlement.nextAttemptAt());
      return inTime;
    }
  }

  /** Takes so many mails. */
  static String claimStatement(int many) {
    return CLAIM.replace(MANY, String.valueOf(many));
  }

  private static String settleAndClaimStatement(int many) {
    return "WITH settled AS ("
        + SETTLE.formatted(String.join(", ", Collections.nCopies(many, OUTCOME)))
        + " RETURNING d.id), claimed AS ("
        + claimStatement(many)
        + ") SELECT claimed.*, (SELECT array_agg(id) FROM settled)"
        + " FROM (VALUES (1)) one LEFT JOIN claimed ON TRUE";
  }

  private static Predicate<Delivery.Settlement> room() {
    AtomicInteger places = new AtomicInteger(MOST_TOGETHER);
    return one -> places.getAndDecrement() > 0;
  }

  /** The mails of a kind that are due next. A database that does not answer costs time alone. */
  SecretOwners.MailsBehind behind(MailKind kind) {
    return new SecretOwners.MailsBehind() {
      @Override
      public List<String> next(int most) {
        try {
          return subjects(kind, most);
        } catch (SQLException e) {
          LOG.warnf("secrets are not asked for ahead, sqlState=%s", e.getSQLState());
          return List.of();
        }
      }

      @Override
      public void notYet(Set<String> subjectIds) {
        try {
          postpone(kind, subjectIds);
        } catch (SQLException e) {
          LOG.warnf("mails without a secret stay due, sqlState=%s", e.getSQLState());
        }
      }
    };
  }

  private List<String> subjects(MailKind kind, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement next = connection.prepareStatement(NEXT)) {
      next.setObject(1, now());
      next.setString(2, kind.name());
      next.setInt(3, most);
      List<String> subjects = new ArrayList<>();
      try (ResultSet rows = next.executeQuery()) {
        while (rows.next()) {
          subjects.add(rows.getString(1));
        }
      }
      return subjects;
    }
  }

  private void postpone(MailKind kind, Set<String> subjectIds) throws SQLException {
    if (subjectIds.isEmpty()) {
      return;
    }
    OffsetDateTime now = now();
    List<Duration> waits = plan.waitsTogether();
    try (Connection connection = database.getConnection();
        PreparedStatement postpone = connection.prepareStatement(POSTPONE)) {
      postpone.setObject(1, now);
      postpone.setObject(2, now);
      postpone.setArray(
          3, connection.createArrayOf("bigint", waits.stream().map(Duration::toMillis).toArray()));
      postpone.setArray(4, connection.createArrayOf("text", subjectIds.toArray()));
      postpone.setObject(5, now);
      postpone.setString(6, kind.name());
      postpone.setInt(7, subjectIds.size() * 2);
      postpone.executeUpdate();
      waits.forEach(wait -> ringAt(now.toInstant().plus(wait)));
    }
  }

  /** Makes mails whose sender has vanished due again; how many. */
  int expireLeases() throws SQLException {
    OffsetDateTime now = now();
    try (Connection connection = database.getConnection();
        PreparedStatement expire = connection.prepareStatement(EXPIRE)) {
      expire.setObject(1, now);
      expire.setObject(2, now);
      expire.setObject(3, now);
      return expire.executeUpdate();
    }
  }

  private void bindClaim(PreparedStatement claim, int first, UUID lease) throws SQLException {
    OffsetDateTime now = now();
    Array resting =
        claim
            .getConnection()
            .createArrayOf("text", secrets.resting().stream().map(MailKind::name).toArray());
    claim.setObject(first, now);
    claim.setArray(first + 1, resting);
    claim.setBoolean(first + 2, claims.incrementAndGet() % OLDEST_EVERY != 0);
    claim.setObject(first + 3, now);
    claim.setArray(first + 4, resting);
    claim.setObject(first + 5, lease);
    claim.setObject(first + 6, now.plus(config.lease()));
    claim.setObject(first + 7, now);
  }

  private static Delivery read(ResultSet row, UUID lease) throws SQLException {
    return new Delivery(
        row.getObject(1, UUID.class),
        MailKind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6),
        row.getString(7),
        FactsJson.read(row.getString(8)),
        DeliveryState.valueOf(row.getString(9)),
        row.getInt(10),
        row.getInt(11),
        row.getObject(12, OffsetDateTime.class).toInstant(),
        lease);
  }

  /** Returns the position of the next parameter. */
  private int bindSettlement(PreparedStatement settle, int first, Delivery.Settlement settlement)
      throws SQLException {
    OffsetDateTime now = now();
    Ending ending = settlement.ending();
    Instant next = settlement.nextAttemptAt();
    boolean sent = settlement.state() == DeliveryState.SENT;
    String address = settlement.delivery().address();
    boolean offered = settlement.attempts() > settlement.delivery().attempts();
    int at = first;
    settle.setObject(at++, settlement.delivery().id());
    settle.setObject(at++, settlement.delivery().lease());
    settle.setString(at++, settlement.state().name());
    settle.setObject(at++, next == null ? null : next.atOffset(ZoneOffset.UTC));
    settle.setInt(at++, settlement.attempts());
    settle.setInt(at++, settlement.waits());
    settle.setString(at++, ending.reason() == null ? null : ending.reason().name());
    settle.setString(at++, ending.reply());
    settle.setString(at++, offered && address != null ? key(address) : null);
    settle.setObject(at++, sent ? now : null);
    settle.setObject(at++, now);
    return at;
  }

  private static @Nullable String key(String address) {
    return EmailAddress.parseForDelivery(address).map(EmailAddress::key).orElse(null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * What a sender gets back.
   *
   * @param inTime whether the settlement counted, false when the lease had passed to somebody else
   * @param next the next mail to send, null when none is due
   */
  record Settled(boolean inTime, @Nullable Delivery next) {}
}
