package org.fapiaosuite.peer;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All bills; a page is read with the service's statement. */
interface Bills extends JpaRepository<Bill, UUID> {
  Optional<Bill> findByIdAndCustomerIdIn(UUID id, Collection<String> customers);

  @Query(
      nativeQuery = true,
      value =
          """
          SELECT bill.* FROM unnest(:customers) AS customer(id) CROSS JOIN LATERAL (
            (SELECT * FROM bill
              WHERE bill.customer_id = customer.id AND (bill.paid_at, bill.id) < (:at, :id)
              ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows)) AS bill
          ORDER BY bill.paid_at DESC, bill.id DESC LIMIT :rows
          """)
  List<Bill> page(String[] customers, OffsetDateTime at, UUID id, int rows);
}
