package org.fapiaosuite.fapiao.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one page: for each customer and each condition one probe of an index, which ends
 * after as many rows as the page has, so that a page costs the same however many bills there are.
 *
 * <p>The rows are counted in the text, and each customer has a probe, so that PostgreSQL knows the
 * cost without the values: it plans the statement once for a connection and not at each page. With
 * a parameter for either it would expect far more rows than come, and plan anew each time.
 *
 * @param values of the parameters, in their order
 */
record BillPage(String sql, List<Object> values) {

  private static final String PAGE =
      """
      SELECT * FROM (%s) AS bill ORDER BY bill.paid_at DESC, bill.id DESC LIMIT %d
      """;

  private static final String PROBE =
      """
      (SELECT %s FROM bill
        WHERE bill.customer_id = ? AND (bill.paid_at, bill.id) < (?, ?)%s
        ORDER BY bill.paid_at DESC, bill.id DESC LIMIT %d)
      """;

  /**
   * What a probe finds of one customer's bills.
   *
   * @param condition beyond where the page begins
   * @param values where the page begins, and those of the condition
   */
  private record Probe(String condition, List<Object> values) {

    static Probe from(Cursor from, String condition, Object... more) {
      Stream<Object> begin = Stream.of(moment(from.at()), from.id());
      return new Probe(condition, Stream.concat(begin, Stream.of(more)).toList());
    }
  }

  /**
   * Newest payment first.
   *
   * @param customers at least one
   * @param oldest what was paid before has expired
   * @param minimum the smallest amount that is invoiced
   */
  static BillPage of(
      List<String> customers,
      @Nullable BillStatus status,
      Cursor from,
      Instant oldest,
      Money minimum,
      int rows) {
    List<Probe> each = probes(status, from, oldest, minimum);
    List<String> probes = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (String customer : customers) {
      for (Probe probe : each) {
        probes.add(PROBE.formatted(ListedBill.COLUMNS, probe.condition(), rows));
        values.add(customer);
        values.addAll(probe.values());
      }
    }
    return new BillPage(PAGE.formatted(String.join(" UNION ALL ", probes), rows), values);
  }

  /** What is stored as invoiceable is blocked when it has expired or is too small by now. */
  private static List<Probe> probes(
      @Nullable BillStatus status, Cursor from, Instant oldest, Money minimum) {
    if (status == null) {
      return List.of(Probe.from(from, ""));
    }
    Probe stored = Probe.from(from, " AND bill.status = '" + status + "'");
    String invoiceable = " AND bill.status = 'INVOICEABLE'";
    String inTime = invoiceable + " AND bill.paid_at >= ? AND " + ListedBill.LEFT;
    Object[] limits = {moment(oldest), minimum.fen()};
    return switch (status) {
      case SYNCHRONISING, APPLIED, ISSUED -> List.of(stored);
      case INVOICEABLE -> List.of(Probe.from(from, inTime + " >= ?", limits));
      case BLOCKED -> {
        Cursor expired = from.at().isBefore(oldest) ? from : new Cursor(oldest, new UUID(0, 0));
        Probe late = Probe.from(expired, invoiceable);
        yield minimum.isZero()
            ? List.of(stored, late)
            : List.of(stored, late, Probe.from(from, inTime + " < ?", limits));
      }
    };
  }

  private static OffsetDateTime moment(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
