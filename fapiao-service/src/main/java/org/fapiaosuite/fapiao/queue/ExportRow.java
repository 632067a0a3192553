package org.fapiaosuite.fapiao.queue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.jspecify.annotations.Nullable;

/**
 * One application as a line of an export: no address, phone, taxpayer id or bank account. Moments
 * are China time.
 */
record ExportRow(List<String> cells) {

  /** The keys of the columns' headings, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "status",
          "orders",
          "title",
          "type",
          "medium",
          "net",
          "tax",
          "amount",
          "submitted",
          "due",
          "delivery",
          "carrier",
          "waybill",
          "fapiaos",
          "issued");

  /** What {@link #of} reads for some applications, in the order of the queue. */
  static final String SELECT =
      """
      SELECT a.id, a.status, a.buyer_name, a.type, a.medium, a.net_fen, a.tax_fen, a.submitted_at,
        CASE WHEN a.status <> 'WAITING_FOR_STOCK' THEN a.due_at END AS due, a.delivery_method, a.carrier, a.waybill,
        (SELECT string_agg(i.order_number, ' ' ORDER BY i.position)
          FROM application_item i WHERE i.application_id = a.id) AS orders,
        (SELECT string_agg(concat_ws('-', f.code, f.number), ' ' ORDER BY f.position)
          FROM fapiao f WHERE f.application_id = a.id AND f.kind = 'BLUE') AS fapiaos,
        (SELECT min(f.issued_on) FROM fapiao f WHERE f.application_id = a.id) AS issued
      FROM application a WHERE a.id = ANY (?) ORDER BY a.due_at, a.id
      """;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int FEN = 2;

  static ExportRow of(ResultSet row) throws SQLException {
    long net = row.getLong("net_fen");
    long tax = row.getLong("tax_fen");
    List<String> cells = new ArrayList<>();
    cells.add(row.getString("id"));
    cells.add(row.getString("status"));
    cells.add(text(row, "orders"));
    cells.add(row.getString("buyer_name"));
    cells.add(row.getString("type"));
    cells.add(row.getString("medium"));
    cells.add(yuan(net));
    cells.add(yuan(tax));
    cells.add(yuan(net + tax));
    cells.add(moment(row.getObject("submitted_at", OffsetDateTime.class)));
    cells.add(moment(row.getObject("due", OffsetDateTime.class)));
    cells.add(row.getString("delivery_method"));
    cells.add(text(row, "carrier"));
    cells.add(text(row, "waybill"));
    cells.add(text(row, "fapiaos"));
    cells.add(text(row, "issued"));
    return new ExportRow(List.copyOf(cells));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, FEN).toPlainString();
  }

  private static String moment(@Nullable OffsetDateTime at) {
    return at == null ? "" : MOMENT.format(at.atZoneSameInstant(Promise.CHINA));
  }
}
