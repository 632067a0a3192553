package org.fapiaosuite.fapiao.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** A bill as it was read for a list: to be shown, not to be changed. */
public record ListedBill(
    UUID id,
    String orderNumber,
    String payerName,
    String product,
    int quantity,
    Instant paidAt,
    Money paid,
    Money refunded,
    Money invoiceable,
    Money deficit,
    @Nullable Instant invoiceableFrom,
    @Nullable BlockReason block,
    BillStatus status,
    @Nullable UUID applicationId)
    implements BillingRecord {

  /** What can still be invoiced, as SQL; below zero when more was refunded than is left. */
  static final String LEFT =
      "bill.paid_fen - bill.refunded_fen - bill.reserved_fen - bill.invoiced_fen";

  /** What {@link #of} reads, in the order of the record. */
  static final String COLUMNS =
      "bill.id, bill.order_number, bill.payer_name, bill.product, bill.quantity, bill.paid_at,"
          + " bill.paid_fen, bill.refunded_fen, "
          + LEFT
          + ", bill.deficit_fen, bill.invoiceable_from, bill.block, bill.status,"
          + " bill.application_id";

  static ListedBill of(ResultSet row) throws SQLException {
    int column = 0;
    return new ListedBill(
        row.getObject(++column, UUID.class),
        row.getString(++column),
        row.getString(++column),
        row.getString(++column),
        row.getInt(++column),
        row.getObject(++column, OffsetDateTime.class).toInstant(),
        Money.ofFen(row.getLong(++column)),
        Money.ofFen(row.getLong(++column)),
        Money.ofFen(Math.max(0, row.getLong(++column))),
        Money.ofFen(row.getLong(++column)),
        instant(row.getObject(++column, OffsetDateTime.class)),
        block(row.getString(++column)),
        BillStatus.valueOf(row.getString(++column)),
        row.getObject(++column, UUID.class));
  }

  private static @Nullable BlockReason block(@Nullable String name) {
    return name == null ? null : BlockReason.valueOf(name);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
