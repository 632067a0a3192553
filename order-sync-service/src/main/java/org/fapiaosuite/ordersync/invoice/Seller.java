package org.fapiaosuite.ordersync.invoice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** Who sells. Data, so that a change of name or address is a new row from a day on. */
@Entity
class Seller {
  @Id private LocalDate validFrom;
  private String name;
  private String nameEn;
  private String taxId;
  private String address;
  private String phone;
  private String bankName;
  private String bankAccount;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  Seller() {}

  LocalDate validFrom() {
    return validFrom;
  }

  String name() {
    return name;
  }

  String nameEn() {
    return nameEn;
  }

  String taxId() {
    return taxId;
  }

  String address() {
    return address;
  }

  String phone() {
    return phone;
  }

  String bankName() {
    return bankName;
  }

  String bankAccount() {
    return bankAccount;
  }
}
