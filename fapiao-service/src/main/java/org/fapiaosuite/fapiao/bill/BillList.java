package org.fapiaosuite.fapiao.bill;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fapiaosuite.fapiao.access.Customer;
import org.fapiaosuite.rest.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The bills of a customer as a list. Its one statement is a snapshot by itself: a transaction
 * around it would cost a commit, and entities that nobody changes the check that nobody did.
 */
@ApplicationScoped
public class BillList {

  private final AgroalDataSource database;
  private final Eligibility eligibility;

  BillList(AgroalDataSource database, Eligibility eligibility) {
    this.database = database;
    this.eligibility = eligibility;
  }

  /** Newest payment first, from a cursor on; one row beyond the limit. */
  public List<ListedBill> page(
      Customer customer, @Nullable BillStatus status, Cursor from, int limit) throws SQLException {
    BillPage page =
        BillPage.of(
            customer.customerIds(),
            status,
            from,
            eligibility.oldestPayment(),
            eligibility.minimum(),
            limit + 1);
    if (page.values().isEmpty()) {
      return List.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = page.prepare(connection);
        ResultSet row = select.executeQuery()) {
      List<ListedBill> bills = new ArrayList<>(limit + 1);
      while (row.next()) {
        bills.add(ListedBill.of(row));
      }
      return bills;
    }
  }
}
