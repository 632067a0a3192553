package org.fapiaosuite.e2e;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Personal data of people who do not exist, and the only places that may keep it in the clear:
 * payer's name and e-mail in order.paid, addresses in account events, each where a receiver needs
 * it; what is printed and where it is sent to in the database of fapiao-service alone. Bank
 * accounts and taxpayer ids, of natural persons above all, are encrypted at rest.
 */
final class PersonalData {
  static final String PAYER_NAME = "上海金丝雀软件有限公司";

  static final Map<String, String> ORGANISATION =
      Map.of(
          "titleType", "ORGANIZATION",
          "name", "上海金丝雀科技有限公司",
          "taxpayerId", "91350100M000100Y43",
          "address", "科苑路88号金丝雀大厦7Q9Z室",
          "phone", "021-58439172",
          "bankName", "中国工商银行上海市金丝雀支行",
          "bankAccount", "6222021001116245702");

  static final Map<String, String> PERSON =
      Map.of("titleType", "INDIVIDUAL", "name", "金思雀", "taxpayerId", "110101198712034174");

  static final Map<String, String> COURIER =
      Map.of(
          "method", "SF_COLLECT",
          "recipient", "金丝桥",
          "phone", "13764912087",
          "region", "310115",
          "address", "金丝雀弄4号3楼657室",
          "postalCode", "201203");

  static final Map<String, String> PICKUP =
      Map.of("method", "PICKUP", "recipient", "金丝瞧", "phone", "13764912093");

  private static final Set<String> NOWHERE = Set.of();

  private static final Set<String> PAYERS_NAME =
      Set.of(
          "event order.paid.v1",
          "order-sync.push.body",
          "order-sync.fact.payer_name",
          "order-sync.orders.payer_name",
          "order-sync.outbox.data",
          "account.paid_order.payer_name",
          "fapiao.bill.payer_name");

  /** Also in the mail that confirms an application. */
  private static final Set<String> PRINTED_NAME =
      Set.of(
          "event fapiao.application-submitted.v1",
          "fapiao.application.buyer_name",
          "fapiao.outbox.data",
          "notification.delivery.facts");

  private static final Set<String> EMAIL =
      Set.of(
          "event order.paid.v1",
          "event account.registration-requested.v1",
          "event account.activated.v1",
          "event account.claim-approval-requested.v1",
          "event account.email-change-requested.v1",
          "event account.email-changed.v1",
          "event account.locale-changed.v1",
          "order-sync.push.body",
          "order-sync.fact.payer_email",
          "order-sync.orders.payer_email",
          "order-sync.outbox.data",
          "account.account.email",
          "account.account.email_key",
          "account.registration.email",
          "account.registration.email_key",
          "account.paid_order.payer_email",
          "account.paid_order.payer_email_key",
          "account.email_change.new_email",
          "account.email_change.new_email_key",
          "account.outbox.data",
          "notification.recipient.address",
          "notification.delivery.address",
          "notification.delivery.sent_to",
          "notification.delivery.facts");

  static final List<Canary> ALL =
      List.of(
          new Canary("payer's name", PAYER_NAME, PAYERS_NAME),
          new Canary("bank account", value(ORGANISATION, "bankAccount"), NOWHERE),
          new Canary("taxpayer id", value(ORGANISATION, "taxpayerId"), NOWHERE),
          new Canary("natural person's id", value(PERSON, "taxpayerId"), NOWHERE),
          new Canary("buyer's name", value(ORGANISATION, "name"), PRINTED_NAME),
          new Canary("natural person's name", value(PERSON, "name"), PRINTED_NAME),
          only("buyer's address", ORGANISATION, "address", "fapiao.application.buyer_address"),
          only("buyer's phone", ORGANISATION, "phone", "fapiao.application.buyer_phone"),
          only("bank", ORGANISATION, "bankName", "fapiao.application.bank_name"),
          only("recipient", COURIER, "recipient", "fapiao.application.recipient"),
          only("recipient's phone", COURIER, "phone", "fapiao.application.delivery_phone"),
          only("delivery address", COURIER, "address", "fapiao.application.delivery_address"),
          only("who picks up", PICKUP, "recipient", "fapiao.application.recipient"),
          only("the phone", PICKUP, "phone", "fapiao.application.delivery_phone"));

  private PersonalData() {}

  static Canary email(String kind, String address) {
    return new Canary(kind, address, EMAIL);
  }

  private static Canary only(String kind, Map<String, String> of, String field, String place) {
    return new Canary(kind, value(of, field), Set.of(place));
  }

  private static String value(Map<String, String> fields, String field) {
    return Objects.requireNonNull(fields.get(field), field);
  }
}
