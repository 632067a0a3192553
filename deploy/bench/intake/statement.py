"""The statement of the intake as a pgbench script: read from the source, so that it is the same."""
import re
import sys

top = sys.argv[1]
source = open(top + "/order-sync-service/src/main/java/org/fapiaosuite/ordersync/intake/IntakeStatement.java").read()
row = open(top + "/messaging/src/main/java/org/fapiaosuite/messaging/outbox/OutboxRow.java").read()
sql = re.search(r'SQL =\s+"""\n(.*?)"""', source, re.S).group(1)
columns = re.search(r'COLUMNS =\s+"([^"]+)"', row).group(1)
sql = sql.replace("INSERT INTO %s (%s)", f"INSERT INTO outbox ({columns})")
data = '{"orderNumber":"E%1$s","platform":"simulator","customerId":"simulator:c","payer":{"name":"上海示例科技有限公司","email":"finance@contoso.example"},"product":"Office 365 E3, 12 months","quantity":10,"amount":{"currency":"CNY","value":"1270.00"},"paidAt":"2026-11-17T01:29:58Z","invoiceableFrom":"2026-11-20T01:29:58Z"}'
body = '{"type":"order.paid","timestamp":"2026-11-17T09:30:00+08:00","data":' + data + "}"
quoted = lambda text: text.replace("\\", "\\\\").replace('"', '\\"')
json = (
    '[{"platform":"simulator","webhook_id":"msg_%1$s","body_hash":"%2$s%2$s","received_at":"%3$s",'
    '"type":"order.paid","body":"' + quoted(body) + '","kind":"PAYMENT","order_id":"simulator:E%1$s",'
    '"order_number":"E%1$s","reference":"T%1$s","transaction_id":"T%1$s","amount":127000,"currency":"CNY",'
    '"occurred_at":"%3$s","customer_id":"c","payer_name":"上海示例科技有限公司",'
    '"payer_email":"finance@contoso.example","product":"Office 365 E3, 12 months","quantity":10,'
    '"announce":true,"invoiceable_from":"2036-11-20T01:29:58Z","next_check_at":"2036-11-20T01:29:58Z",'
    '"event_event_id":"%2$s","event_topic":"order.events","event_type":"order.paid.v1",'
    '"event_aggregate_id":"E%1$s","event_occurred_at":"2026-11-17T01:29:58Z","event_data":"' + quoted(data) + '"}]'
)
# pgbench would take a colon in the text for the start of a variable.
json = json.replace(":", "%4$s")
parameter = "format('" + json + "', :id::text, md5(:id::text), now()::text, chr(58))"
print("\\set id random(1, 9000000000000000000)")
print(sql.replace("?::json", parameter + "::json").rstrip() + ";")
