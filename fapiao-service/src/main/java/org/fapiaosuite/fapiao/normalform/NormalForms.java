package org.fapiaosuite.fapiao.normalform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.fapiaosuite.kernel.OrderNumber;
import org.fapiaosuite.kernel.PhoneNumber;
import org.fapiaosuite.kernel.PrintedText;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names, addresses, telephones and order numbers that are stored the form in which new
 * ones are kept, so that old and new are found alike. A title's name tells the titles of an account
 * apart, an order's number its bill: where two of them become the same, nothing is changed, and the
 * rows are listed in {@code normal_form_collision}. What is evidence stays to the letter.
 */
public class NormalForms implements JavaMigration {

  private static final Logger LOG = Logger.getLogger(NormalForms.class);
  private static final String TITLE_KEY = ":";

  private static final List<DistinctColumn> DISTINCT =
      List.of(
          new DistinctColumn(
              new StoredColumn("title", "buyer_name", PrintedText::normalise),
              "account_id || ' ' || title_type"),
          new DistinctColumn(
              new StoredColumn("bill", "order_number", NormalForms::orderNumber), "''"));

  private static final List<StoredColumn> OTHERS =
      List.of(
          new StoredColumn("title", "buyer_address", PrintedText::normalise),
          new StoredColumn("title", "buyer_phone", NormalForms::phone),
          new StoredColumn("title", "bank_name", PrintedText::normalise),
          new StoredColumn("application", "buyer_name", PrintedText::normalise),
          new StoredColumn("application", "buyer_address", PrintedText::normalise),
          new StoredColumn("application", "buyer_phone", NormalForms::phone),
          new StoredColumn("application", "bank_name", PrintedText::normalise),
          new StoredColumn(
              "application", "recipient", "delivery_method <> 'EMAIL'", PrintedText::normalise),
          new StoredColumn("application", "delivery_address", PrintedText::normalise),
          new StoredColumn("application", "delivery_phone", NormalForms::phone),
          new StoredColumn("bill_share", "title_key", NormalForms::titleKey));

  /** It was 10, which no database has: the service did not find it. */
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("17");
  }

  @Override
  public String getDescription() {
    return "normal forms";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection database = context.getConnection();
    try (Statement statement = database.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
    }
    for (DistinctColumn column : DISTINCT) {
      column.normalise(database);
    }
    for (StoredColumn column : OTHERS) {
      column.normalise(database);
    }
    itemsFollowTheirBills(database);
    tellOfCollisions(database);
  }

  private static void itemsFollowTheirBills(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "UPDATE application_item item SET order_number = bill.order_number FROM bill"
              + " WHERE bill.id = item.bill_id AND item.order_number <> bill.order_number");
    }
  }

  /** Without what they are: names belong in no log. */
  private static void tellOfCollisions(Connection database) throws SQLException {
    try (PreparedStatement count =
            database.prepareStatement(
                "SELECT table_name, count(*) FROM normal_form_collision GROUP BY table_name");
        ResultSet rows = count.executeQuery()) {
      while (rows.next()) {
        LOG.warnf(
            "rows have the same normal form and were left as they are, table=%s rows=%d",
            rows.getString(1), rows.getLong(2));
      }
    }
  }

  private static String orderNumber(String stored) {
    return OrderNumber.parse(stored).map(OrderNumber::text).orElse(stored);
  }

  private static String phone(String stored) {
    return PhoneNumber.parse(stored).map(PhoneNumber::text).orElse(stored);
  }

  /** Kind of buyer and name, see {@code Buyer.key()}. */
  private static String titleKey(String stored) {
    int name = stored.indexOf(TITLE_KEY) + 1;
    return stored.substring(0, name) + PrintedText.normalise(stored.substring(name));
  }
}
