package org.fapiaosuite.fapiao.normalform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.fapiaosuite.testkit.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator has in the database when the version with one form of each comes. */
@QuarkusTest
class NormalFormsTest {

  private static final String SCHEMA = "before_normal_forms";

  /** The last version without normal forms. */
  private static final String BEFORE = "16";

  private static final String TITLE =
      "INSERT INTO title VALUES ('01a22700-0000-7000-8000-00000000000%d', 0, '%s', false,"
          + " 'INDIVIDUAL', '%s', NULL, '⻓安街1号', '02128986102', '⼯商银⾏', NULL, now())";

  private static final String BILL =
      "INSERT INTO bill VALUES ('01a22700-0000-7000-8000-0000000000%s', 0, '%s', 'c', 'p', 'o', 1,"
          + " now(), 100, 0, 0, 0, 0, now(), true, NULL, 'INVOICEABLE', NULL)";

  private static final String SHARE =
      "INSERT INTO bill_share VALUES ('01a22700-0000-7000-8000-000000000021',"
          + " '01a22700-0000-7000-8000-000000000011', 100, 'INDIVIDUAL:⻢云', false)";

  /** All texts, and what is listed. */
  private static final String STORED =
      "SELECT order_number FROM bill UNION ALL SELECT title_key FROM bill_share"
          + " UNION ALL SELECT buyer_name || buyer_address || buyer_phone || bank_name FROM title"
          + " UNION ALL SELECT row_key || same_as || found_at FROM normal_form_collision ORDER BY 1";

  @Inject Flyway service;

  @BeforeEach
  void noSchema() {
    Database.execute("public", "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
  }

  @Test
  void the_service_itself_has_it_in_its_history() {
    assertEquals(
        List.of("17 " + NormalForms.class.getName() + " true"),
        Database.column(
            "public",
            "SELECT version || ' ' || script || ' ' || success"
                + " FROM flyway_schema_history WHERE type = 'JDBC'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", BEFORE})
  void stored_rows_get_their_form_and_collisions_are_listed(String version) {
    // Given
    migrateTo(version);
    storeOldForms();

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of("a 买买提·艾力", "a 马云", "b ⻢云", "b 马云"),
        Database.column(SCHEMA, "SELECT account_id || ' ' || buyer_name FROM title ORDER BY id"));
    assertEquals(
        List.of("长安街1号 021-28986102 工商银行"),
        Database.column(
            SCHEMA,
            "SELECT DISTINCT buyer_address || ' ' || buyer_phone || ' ' || bank_name FROM title"));
    assertEquals(
        List.of("E-ONE", "e-two", "E-TWO"),
        Database.column(SCHEMA, "SELECT order_number FROM bill ORDER BY id"));
    assertEquals(
        List.of("INDIVIDUAL:马云"), Database.column(SCHEMA, "SELECT title_key FROM bill_share"));
    assertEquals(
        List.of(
            "bill 12 same as 12",
            "bill 13 same as 12",
            "title 03 same as 03",
            "title 04 same as 03"),
        Database.column(
            SCHEMA,
            "SELECT table_name || ' ' || right(row_key, 2) || ' same as ' || right(same_as, 2)"
                + " FROM normal_form_collision ORDER BY table_name, row_key"));
  }

  @Test
  void an_application_gets_its_form_and_what_is_forgotten_stays_so() {
    // Given
    migrateTo(BEFORE);
    storeOldForms();
    apply("31", "⻢云", "⻓安街1号", "02128986102", "E-one", "PICKUP");
    apply("32", "erased-5f2a91c07b3e", "⻓安街1号", "+493012345678;ext=12", "e-two", "PICKUP");
    apply("33", "⻢云", "⻓安街1号", "erased-5f2a91c07b3e", "e-one", "EMAIL");

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of(
            "马云 马云 长安街1号 021-28986102 E-ONE",
            "erased-5f2a91c07b3e erased-5f2a91c07b3e 长安街1号 +493012345678;ext=12 e-two",
            "马云 ⻢云 长安街1号 erased-5f2a91c07b3e E-ONE"),
        Database.column(
            SCHEMA,
            "SELECT concat_ws(' ', buyer_name, recipient, delivery_address, delivery_phone,"
                + " order_number) FROM application JOIN application_item ON id = application_id"
                + " ORDER BY id"));
  }

  @Test
  void what_an_older_copy_has_read_it_cannot_write_back() {
    // Given
    migrateTo(BEFORE);
    storeOldForms();
    apply("31", "⻢云", "⻓安街1号", "02128986102", "e-one", "PICKUP");

    // When
    migrateTo("latest");

    // Then
    assertEquals(
        List.of("E-ONE 1", "E-TWO 0", "e-two 0"),
        Database.column(
            SCHEMA,
            "SELECT order_number || ' ' || version FROM bill ORDER BY order_number COLLATE \"C\""));
    assertEquals(
        List.of(true, true),
        List.of(
            Database.column(SCHEMA, "SELECT id FROM title WHERE version = 0").isEmpty(),
            Database.column(SCHEMA, "SELECT id FROM application WHERE version = 3").isEmpty()));
  }

  @Test
  void nothing_but_the_texts_is_changed() {
    // Given
    migrateTo(BEFORE);
    storeOldForms();
    apply("31", "⻢云", "⻓安街1号", "02128986102", "e-one", "PICKUP");
    Database.execute(
        SCHEMA,
        "UPDATE bill SET paid_fen = 300, refunded_fen = 50, invoiced_fen = 200, deficit_fen = 7,"
            + " reversed_fen = 20, status = 'INVOICED', payer_name = 'erased-5f2a91c07b3e',"
            + " payer_forgotten = true",
        "UPDATE title SET taxpayer_id = '\\x0102', bank_account = '\\x0304'");
    String rest =
        "SELECT to_jsonb(bill) - ARRAY['order_number', 'version'] FROM bill"
            + " UNION ALL SELECT to_jsonb(bill_share) - 'title_key' FROM bill_share"
            + " UNION ALL SELECT to_jsonb(application_item) - 'order_number' FROM application_item"
            + " UNION ALL SELECT to_jsonb(title) - ARRAY['buyer_name', 'buyer_address',"
            + " 'buyer_phone', 'bank_name', 'version'] FROM title"
            + " UNION ALL SELECT to_jsonb(application) - ARRAY['buyer_name', 'recipient',"
            + " 'delivery_address', 'delivery_phone', 'version'] FROM application ORDER BY 1";
    List<String> before = Database.column(SCHEMA, rest);

    // When
    migrateTo("latest");

    // Then
    assertEquals(10, before.size());
    assertEquals(before, Database.column(SCHEMA, rest));
  }

  @Test
  void a_second_time_changes_nothing() {
    // Given
    migrateTo(BEFORE);
    storeOldForms();
    migrateTo("latest");
    List<String> once = Database.column(SCHEMA, STORED);
    Database.execute(SCHEMA, "DELETE FROM flyway_schema_history WHERE type = 'JDBC'");

    // When
    int applied = migrateTo("latest");

    // Then
    assertEquals(1, applied);
    assertEquals(12, once.size());
    assertEquals(once, Database.column(SCHEMA, STORED));
  }

  private static void storeOldForms() {
    Database.execute(
        SCHEMA,
        TITLE.formatted(1, "a", "买买提•艾力"),
        TITLE.formatted(2, "a", "⻢云"),
        TITLE.formatted(3, "b", "⻢云"),
        TITLE.formatted(4, "b", "马云"),
        BILL.formatted("11", "e-one"),
        BILL.formatted("12", "e-two"),
        BILL.formatted("13", "E-TWO"),
        SHARE);
  }

  /** A draft for the bill of an order, whose number it has in its own spelling. */
  private static void apply(
      String id, String name, String address, String phone, String order, String method) {
    Database.execute(
        SCHEMA,
        "INSERT INTO application (id, version, account_id, customer_id, status, type, medium,"
            + " purpose, title_type, buyer_name, delivery_method, recipient, delivery_phone,"
            + " delivery_address, net_fen, tax_fen, warnings, created_at, provisional,"
            + " calendar_revision) VALUES ('01a22700-0000-7000-8000-0000000000%s', 3, 'a', 'c',"
                .formatted(id)
            + " 'DRAFT', 'ORDINARY', 'PAPER', 'p', 'INDIVIDUAL', '%1$s', '%2$s', '%1$s', '%3$s',"
                .formatted(name, method, phone)
            + " '%s', 100, 6, '[]', now(), false, 1)".formatted(address),
        "INSERT INTO application_item SELECT '01a22700-0000-7000-8000-0000000000%s', 0, id, '%s',"
                .formatted(id, order)
            + " 'p', now(), true, 100, '1', 600 FROM bill WHERE order_number = lower('%s')"
                .formatted(order));
  }

  /** As the service does it, in a schema apart; returns how many migrations that took. */
  private int migrateTo(String version) {
    return Flyway.configure()
        .configuration(service.getConfiguration())
        .schemas(SCHEMA)
        .target(version)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
