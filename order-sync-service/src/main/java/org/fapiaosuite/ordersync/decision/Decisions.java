package org.fapiaosuite.ordersync.decision;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.ordersync.window.HoldReason;

/** What is proposed and what is decided, by order. */
@ApplicationScoped
public class Decisions {

  private static final String PROPOSE =
      """
      INSERT INTO order_proposal (order_id, kind, hold_reason, product, quantity, payer_name,
        payer_email, reason, proposed_by, proposed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (order_id) DO UPDATE SET kind = excluded.kind,
        hold_reason = excluded.hold_reason, product = excluded.product,
        quantity = excluded.quantity, payer_name = excluded.payer_name,
        payer_email = excluded.payer_email, reason = excluded.reason,
        proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
      """;

  private static final String PROPOSED =
      """
      SELECT kind, hold_reason, product, quantity, payer_name, payer_email, reason, proposed_by,
        proposed_at, order_id
      FROM order_proposal WHERE order_id = ANY (?)
      """;

  private static final String DECIDE =
      """
      WITH proposed AS (DELETE FROM order_proposal WHERE order_id = ? RETURNING *)
      INSERT INTO order_decision (order_id, kind, hold_reason, product, quantity, payer_name,
        payer_email, reason, proposed_by, proposed_at, approved_by, approved_at)
      SELECT order_id, kind, hold_reason, product, quantity, payer_name, payer_email, reason,
        proposed_by, proposed_at, ?, ?
      FROM proposed
      """;

  private static final String DROP = "DELETE FROM order_proposal WHERE order_id = ?";

  private static final String DECIDED =
      """
      SELECT kind, hold_reason, product, quantity, payer_name, payer_email, order_id
      FROM order_decision WHERE order_id = ANY (?) ORDER BY id
      """;

  private final AgroalDataSource database;

  Decisions(AgroalDataSource database) {
    this.database = database;
  }

  /** Writes a proposal down, in place of one that is there. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void propose(String orderId, Proposal proposal) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(PROPOSE)) {
      Mend mend = proposal.mend();
      insert.setString(1, orderId);
      insert.setString(2, proposal.kind().name());
      insert.setString(3, proposal.heldFor().name());
      insert.setString(4, mend == null ? null : mend.product());
      insert.setObject(5, mend == null ? null : mend.quantity(), Types.INTEGER);
      insert.setString(6, mend == null ? null : mend.payerName());
      insert.setString(7, mend == null ? null : mend.payerEmail());
      insert.setString(8, proposal.reason());
      insert.setString(9, proposal.by());
      insert.setObject(10, proposal.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a proposal cannot be written", e);
    }
  }

  /** The proposals that wait, by order. */
  public Map<String, Proposal> proposed(Collection<String> orderIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PROPOSED)) {
      select.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        Map<String, Proposal> proposals = new HashMap<>();
        while (row.next()) {
          proposals.put(row.getString(10), proposal(row));
        }
        return proposals;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("proposals cannot be read", e);
    }
  }

  /** The proposal that waits for an order. */
  public Optional<Proposal> proposed(String orderId) {
    return Optional.ofNullable(proposed(Set.of(orderId)).get(orderId));
  }

  /** Makes the proposal of an order a decision. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void approve(String orderId, String by, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement decide = connection.prepareStatement(DECIDE)) {
      decide.setString(1, orderId);
      decide.setString(2, by);
      decide.setObject(3, at.atOffset(ZoneOffset.UTC));
      decide.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a decision cannot be written", e);
    }
  }

  /** Forgets the proposal of an order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void drop(String orderId) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DROP)) {
      delete.setString(1, orderId);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a proposal cannot be dropped", e);
    }
  }

  /** All that was decided, by order; an order of which nothing was is left out. */
  public Map<String, Decided> of(Collection<String> orderIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DECIDED)) {
      select.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        Map<String, Decided> decided = new HashMap<>();
        while (row.next()) {
          String order = row.getString(7);
          decided.put(order, with(decided.getOrDefault(order, Decided.NOTHING), row));
        }
        return decided;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("decisions cannot be read", e);
    }
  }

  private static Decided with(Decided before, ResultSet row) throws SQLException {
    if (Proposal.Kind.valueOf(row.getString(1)) == Proposal.Kind.RELEASE) {
      Set<HoldReason> released = EnumSet.of(HoldReason.valueOf(row.getString(2)));
      released.addAll(before.released());
      return new Decided(before.mended(), released);
    }
    Mend mend = mend(row);
    Mend known = before.mended();
    return new Decided(known == null ? mend : known.then(mend), before.released());
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    Proposal.Kind kind = Proposal.Kind.valueOf(row.getString(1));
    return new Proposal(
        kind,
        HoldReason.valueOf(row.getString(2)),
        kind == Proposal.Kind.MEND ? mend(row) : null,
        row.getString(7),
        row.getString(8),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private static Mend mend(ResultSet row) throws SQLException {
    return new Mend(
        row.getString(3), row.getObject(4, Integer.class), row.getString(5), row.getString(6));
  }
}
