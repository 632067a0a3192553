package org.fapiaosuite.testkit.architecture.sample.endpoints;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row. */
@Entity
class Invoice {
  @Id long id;
}
