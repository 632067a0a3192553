package org.fapiaosuite.fapiao.issuing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The issuers there are, by name. */
@ApplicationScoped
class Issuers {

  private final List<Issuer> issuers;

  Issuers(@All List<Issuer> issuers) {
    this.issuers = issuers;
  }

  /**
   * The issuer of that name.
   *
   * @throws IllegalStateException when there is none: the configuration is wrong
   */
  Issuer named(String name) {
    return issuers.stream()
        .filter(issuer -> issuer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no issuer is named " + name));
  }
}
