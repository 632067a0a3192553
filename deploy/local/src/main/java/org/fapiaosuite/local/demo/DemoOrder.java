package org.fapiaosuite.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.fapiaosuite.local.demo.DemoOrder.Fate;

/**
 * An order of the demonstration customer.
 *
 * @param age how long ago it was paid; after 72 hours it can be invoiced
 * @param fate what has become of it when the customer signs in for the first time
 */
record DemoOrder(
    String number, Duration age, String payer, String product, String yuan, Fate fate) {

  /** In the order in which an application gets there. */
  enum Fate {
    PAID,
    SUBMITTED,
    ISSUED,
    MAILED_OUT,
    REFUNDED
  }

  private static final String COMPANY = "上海示例科技有限公司";

  /** A bill in each state; several of one payer can be put on one Fapiao. */
  static final List<DemoOrder> ALL =
      List.of(
          order("E0700D3M01", 0, COMPANY, "Office 365 E3, 12 months", "1270.00", Fate.PAID),
          order("E0700D3M02", 4, COMPANY, "Office 365 E1, 12 months", "672.00", Fate.PAID),
          order("E0700D3M03", 5, COMPANY, "Exchange Online Plan 1", "278.00", Fate.PAID),
          order("E0700D3M04", 5, COMPANY, "Project Plan 3, 12 months", "2376.00", Fate.PAID),
          order("E0700D3M05", 6, "王小明", "Microsoft 365 Family", "498.00", Fate.PAID),
          order("E0700D3M06", 6, COMPANY, "Visio Plan 2, 12 months", "1188.00", Fate.SUBMITTED),
          order("E0700D3M07", 7, COMPANY, "Office 365 E3, 12 months", "12700.00", Fate.ISSUED),
          order("E0700D3M08", 8, COMPANY, "Office 365 E5, 12 months", "3480.00", Fate.MAILED_OUT),
          order("E0700D3M09", 5, COMPANY, "Power BI Pro, 12 months", "838.80", Fate.REFUNDED));

  private static DemoOrder order(
      String number, int days, String payer, String product, String yuan, Fate fate) {
    return new DemoOrder(number, Duration.ofDays(days), payer, product, yuan, fate);
  }

  /** As the payment platform takes it. */
  Map<String, Object> payment(String email, Instant now) {
    return Map.of(
        "orderNumber",
        number,
        "customerId",
        "demo-cn",
        "payer",
        Map.of("name", payer, "email", email),
        "product",
        product,
        "amount",
        Map.of("currency", "CNY", "value", yuan),
        "paidAt",
        now.minus(age).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** An ordinary paper Fapiao to a person: only a name is needed. */
  static Map<String, Object> application(String billId) {
    return Map.of(
        "items", List.of(Map.of("billId", billId)),
        "type", "ORDINARY",
        "medium", "PAPER",
        "buyer", Map.of("titleType", "INDIVIDUAL", "name", "王小明"),
        "delivery",
            Map.of(
                "method", "SF_COLLECT",
                "recipient", "王小明",
                "phone", "13800138000",
                "region", "310115",
                "address", "科苑路88号德国中心3号楼657室"));
  }
}
