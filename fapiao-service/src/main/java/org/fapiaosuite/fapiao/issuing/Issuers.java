package org.fapiaosuite.fapiao.issuing;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The issuers there are, by name. The one that is to be asked is looked for at the start: a name
 * with a slip in it would leave every application of which nobody knows whether it was issued.
 */
@Startup
@ApplicationScoped
class Issuers {

  private final List<Issuer> issuers;

  /**
   * Finds the issuers.
   *
   * @throws IllegalStateException when none has the configured name
   */
  Issuers(@All List<Issuer> issuers, IssuerConfig config) {
    this.issuers = issuers;
    if (find(config.name()).isEmpty()) {
      throw new IllegalStateException(
          "fapiao.issuer.name is %s, but there are only %s"
              .formatted(config.name(), issuers.stream().map(Issuer::name).sorted().toList()));
    }
  }

  /**
   * The issuer of that name.
   *
   * @throws IllegalStateException when there is none any more, though it was once asked
   */
  Issuer named(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no issuer is named " + name));
  }

  private Optional<Issuer> find(String name) {
    return issuers.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
  }
}
