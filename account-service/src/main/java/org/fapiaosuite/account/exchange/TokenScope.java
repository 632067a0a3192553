package org.fapiaosuite.account.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** As what somebody asks to come in; whoever is both asks for one at a time. */
public enum TokenScope {
  /** For customers; what is meant where none is asked for. */
  CUSTOMER,
  /** As a member of staff, in the role that the issuer names. */
  STAFF;

  /** As requests and answers name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What tokens of an issuer must have as {@code aud} for this; empty when they are not taken. */
  Set<String> audiences(ExchangeConfig.Issuer issuer) {
    return switch (this) {
      case CUSTOMER -> issuer.audiences().orElse(Set.of());
      case STAFF -> issuer.staff().audiences().orElse(Set.of());
    };
  }

  /** The scope of this name. */
  public static Optional<TokenScope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
