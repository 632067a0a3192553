package org.fapiaosuite.account.exchange;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * An issuer as it is configured, with its keys.
 *
 * @param name in the configuration
 */
record TrustedIssuer(String name, ExchangeConfig.Issuer config, IssuerKeys keys) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  /** What its tokens have as {@code iss}. */
  String id() {
    return config.issuer();
  }

  /**
   * Refuses what could not work, or would trust whoever sits between.
   *
   * @throws IllegalStateException naming the setting
   */
  void demandSound() {
    demandSafe("issuer", URI.create(config.issuer()));
    config.jwks().ifPresent(address -> demandSafe("jwks", address));
    if (config.audiences().isEmpty() && config.staff().roleClaim().isEmpty()) {
      throw flaw("audiences", "must name at least one");
    }
    demandSound(config.staff());
    if (config.customerClaim().isPresent() != config.platform().isPresent()) {
      throw flaw("platform", "must be set together with customer-claim");
    }
    if (config.platform().filter(platform -> platform.contains(":")).isPresent()) {
      throw flaw("platform", "must have no colon");
    }
  }

  private void demandSound(ExchangeConfig.Staff staff) {
    boolean named = staff.roleClaim().isPresent();
    List<String> names =
        staff.roles().byRole().values().stream().flatMap(Collection::stream).toList();
    if (staff.audiences().isPresent() != named) {
      throw flaw("staff.audiences", "must be set together with staff.role-claim");
    }
    if (names.isEmpty() == named) {
      throw flaw("staff.roles", "must be set together with staff.role-claim");
    }
    if (Set.copyOf(names).size() < names.size()) {
      throw flaw("staff.roles", "must have no name for two roles");
    }
  }

  private void demandSafe(String setting, URI address) {
    if (!isSafe(address)) {
      throw flaw(setting, "must be an https address: " + address);
    }
  }

  /** Keys that come over a plain connection are whose they pass through. */
  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
  }

  private IllegalStateException flaw(String setting, String what) {
    return new IllegalStateException(
        "fapiao.account.exchange.issuers.%s.%s %s".formatted(name, setting, what));
  }
}
