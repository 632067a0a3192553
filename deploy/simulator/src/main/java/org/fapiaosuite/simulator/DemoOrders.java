package org.fapiaosuite.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fapiaosuite.simulator.orders.Entry;

/**
 * A handful of orders for who looks at the suite for the first time: two paid four days ago, which
 * can be invoiced at once, one yesterday and two just now.
 */
final class DemoOrders {

  private DemoOrders() {}

  static List<ObjectNode> asOf(Instant now) {
    return List.of(
        order(
            "E0700K3M9Q",
            now.minus(Duration.ofDays(4)),
            "contoso-cn",
            "上海示例科技有限公司",
            "finance@contoso.example",
            "Office 365 E3, 12 months",
            10,
            "1270.00"),
        order(
            "E0700K3MA7",
            now.minus(Duration.ofDays(4)).plus(Duration.ofMinutes(95)),
            "wang-xiaoming",
            "王小明",
            "wang.xiaoming@mail.example",
            "Office 365 Business Premium, 12 months",
            1,
            "94.50"),
        order(
            "E0700K6T2X",
            now.minus(Duration.ofDays(1)),
            "fabrikam-bj",
            "北京样例贸易有限公司",
            "accounting@fabrikam.example",
            "Office 365 E1, 12 months",
            120,
            "6720.00"),
        order(
            "E0700K7C41",
            now,
            "contoso-cn",
            "上海示例科技有限公司",
            "finance@contoso.example",
            "Exchange Online Plan 1, 12 months",
            25,
            "695.00"),
        order(
            "E0700K7C5P",
            now,
            "litware-sz",
            "深圳市范例软件有限公司",
            "ap@litware.example",
            "Office 365 E3, 12 months",
            80,
            "10160.00"));
  }

  private static ObjectNode order(
      String orderNumber,
      Instant paidAt,
      String customerId,
      String payerName,
      String payerEmail,
      String product,
      int quantity,
      String yuan) {
    ObjectNode order = Json.object();
    order.put("orderNumber", orderNumber).put("customerId", customerId);
    order.putObject("payer").put("name", payerName).put("email", payerEmail);
    order.put("product", product).put("quantity", quantity);
    order.putObject("amount").put("currency", "CNY").put("value", yuan);
    OffsetDateTime moment =
        paidAt.truncatedTo(ChronoUnit.SECONDS).atZone(Entry.SHANGHAI).toOffsetDateTime();
    return order.put("paidAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
  }
}
