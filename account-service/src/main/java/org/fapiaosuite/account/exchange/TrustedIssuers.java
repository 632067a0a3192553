package org.fapiaosuite.account.exchange;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The issuers of the configuration. */
@ApplicationScoped
class TrustedIssuers {

  private final Map<String, TrustedIssuer> byId = new HashMap<>();

  TrustedIssuers(ExchangeConfig config, IssuerKeySets kept) {
    config
        .issuers()
        .forEach(
            (name, issuer) -> {
              IssuerKeys keys = new IssuerKeys(issuer, config, kept.of(issuer.issuer()));
              add(new TrustedIssuer(name, issuer, keys));
            });
  }

  private void add(TrustedIssuer issuer) {
    issuer.demandSound();
    if (byId.put(issuer.id(), issuer) != null) {
      throw new IllegalStateException(
          "fapiao.account.exchange.issuers: two of them are " + issuer.id());
    }
  }

  /** A configuration that cannot work ends the start, not the first exchange. */
  void start(@Observes StartupEvent event) {
    byId.values().forEach(TrustedIssuer::demandSound);
  }

  /** The issuer with this {@code iss}, if its tokens are taken. */
  Optional<TrustedIssuer> enabled(String id) {
    return Optional.ofNullable(byId.get(id)).filter(issuer -> issuer.config().enabled());
  }

  /** The issuer of this name in the configuration, whether or not its tokens are taken. */
  Optional<TrustedIssuer> named(String name) {
    return byId.values().stream().filter(issuer -> issuer.name().equals(name)).findFirst();
  }
}
