package org.fapiaosuite.fapiao.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fapiaosuite.fapiao.bill.Bill;
import org.fapiaosuite.fapiao.bill.Bills;
import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.kernel.Money;
import org.fapiaosuite.rest.paging.Cursor;

/** Bills with more on valid Fapiao than is paid and not refunded: a correction closes each. */
@ApplicationScoped
public class Deficits {

  private final Bills bills;

  Deficits(Bills bills) {
    this.bills = bills;
  }

  /** Oldest payment first, from a cursor on; one row beyond the limit. */
  public List<Bill> page(Cursor from, int limit) {
    return bills
        .find(
            "deficit > ?1 and (paidAt > ?2 or paidAt = ?2 and id > ?3) order by paidAt, id",
            Money.ZERO,
            from.at(),
            from.id())
        .page(0, limit + 1)
        .list();
  }

  /** The valid Fapiao of bills, by bill. */
  public Map<UUID, List<Fapiao>> fapiaos(List<Bill> among) {
    Map<UUID, List<Fapiao>> valid = new HashMap<>();
    if (!among.isEmpty()) {
      bills
          .getEntityManager()
          .createQuery(
              "select i.billId, f from Fapiao f join Application a on a.id = f.applicationId"
                  + " join a.items i where i.billId in :bills and f.colour = 'BLUE'"
                  + " and f.status in ('ISSUED', 'RETURNING') order by f.issuedAt, f.id",
              Object[].class)
          .setParameter("bills", among.stream().map(Bill::id).toList())
          .getResultStream()
          .forEach(
              row ->
                  valid
                      .computeIfAbsent((UUID) row[0], bill -> new ArrayList<>())
                      .add((Fapiao) row[1]));
    }
    return valid;
  }
}
