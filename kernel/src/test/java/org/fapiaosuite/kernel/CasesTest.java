package org.fapiaosuite.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of real names, numbers and addresses: one line of a case file each. */
class CasesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final int LONGEST = 100;

  @ParameterizedTest
  @MethodSource("printed")
  void a_printed_text_is_read_as_its_case_says(List<String> columns) {
    Reading<PrintedText, PrintedText.Flaw> read = PrintedText.parse(columns.get(0), LONGEST);

    assertEquals(columns.get(1), verdict(read));
    if (read instanceof Reading.Read<PrintedText, PrintedText.Flaw> text) {
      String normal = CaseFile.normal(columns);
      assertEquals(normal, text.value().text());
      assertEquals(read, PrintedText.parse(normal, LONGEST), "read once more");
    }
  }

  static Stream<List<String>> printed() {
    return Stream.concat(CaseFile.read("names.tsv"), CaseFile.read("addresses.tsv"));
  }

  @ParameterizedTest
  @MethodSource("payers")
  void a_payer_is_compared_with_a_title_as_its_case_says(List<String> columns) {
    ComparedName payer = ComparedName.of(columns.get(0), LONGEST);
    ComparedName title = ComparedName.of(columns.get(1), LONGEST);

    if (columns.get(2).equals("SAME")) {
      assertEquals(payer, title);
    } else {
      assertNotEquals(payer, title);
    }
  }

  static Stream<List<String>> payers() {
    return CaseFile.read("payers.tsv");
  }

  @ParameterizedTest
  @MethodSource("phones")
  void a_telephone_number_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> PhoneNumber.parse(typed).map(PhoneNumber::text));
  }

  static Stream<List<String>> phones() {
    return CaseFile.read("phones.tsv");
  }

  @ParameterizedTest
  @MethodSource("waybills")
  void a_waybill_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> Waybill.parse(typed).map(Waybill::text));
  }

  static Stream<List<String>> waybills() {
    return CaseFile.read("waybills.tsv");
  }

  @ParameterizedTest
  @MethodSource("bankAccounts")
  void a_bank_account_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> BankAccount.parse(typed).map(BankAccount::text));
  }

  static Stream<List<String>> bankAccounts() {
    return CaseFile.read("bank-accounts.tsv");
  }

  @ParameterizedTest
  @MethodSource("orderNumbers")
  void an_order_number_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> OrderNumber.parse(typed).map(OrderNumber::text));
  }

  static Stream<List<String>> orderNumbers() {
    return CaseFile.read("order-numbers.tsv");
  }

  @ParameterizedTest
  @MethodSource("emails")
  void an_email_address_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> EmailAddress.parse(typed).map(EmailAddress::text));
  }

  static Stream<List<String>> emails() {
    return CaseFile.read("emails.tsv");
  }

  @ParameterizedTest
  @MethodSource("postalCodes")
  void a_postal_code_is_read_as_its_case_says(List<String> columns) {
    assertRead(columns, typed -> PostalCode.parse(typed).map(PostalCode::text));
  }

  static Stream<List<String>> postalCodes() {
    return CaseFile.read("postal-codes.tsv");
  }

  @ParameterizedTest
  @MethodSource("taxpayerIds")
  void a_taxpayer_id_is_read_as_its_case_says(List<String> columns) {
    Reading<TaxpayerId, TaxpayerId.Flaw> read = TaxpayerId.parse(columns.get(0), TODAY);

    if (read instanceof Reading.Read<TaxpayerId, TaxpayerId.Flaw> id) {
      assertEquals(columns.get(1), id.value().kind().name());
      assertEquals(CaseFile.normal(columns), id.value().text());
      assertEquals(read, TaxpayerId.parse(id.value().text(), TODAY), "read once more");
    } else {
      assertEquals(columns.get(1), verdict(read));
    }
  }

  static Stream<List<String>> taxpayerIds() {
    return CaseFile.read("taxpayer-ids.tsv");
  }

  /** What is read is as the case says, and reading its normal form changes nothing. */
  private static void assertRead(List<String> columns, Function<String, Optional<String>> reader) {
    Optional<String> normal =
        columns.get(1).equals("OK") ? Optional.of(CaseFile.normal(columns)) : Optional.empty();

    assertEquals(normal, reader.apply(columns.get(0)));
    assertEquals(normal, normal.flatMap(reader), "read once more");
  }

  private static <V, F extends Enum<F>> String verdict(Reading<V, F> read) {
    return read instanceof Reading.Flawed<V, F> flawed ? flawed.flaw().name() : "OK";
  }
}
