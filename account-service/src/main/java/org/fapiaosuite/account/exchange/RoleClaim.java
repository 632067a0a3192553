package org.fapiaosuite.account.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fapiaosuite.account.exchange.TokenRefused.Code;
import org.fapiaosuite.account.profile.Role;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Reads which role of staff a verified token names. What is not configured names none. */
final class RoleClaim {

  private final List<String> path;
  private final Map<Role, Set<String>> names;

  RoleClaim(ExchangeConfig.Staff staff) {
    this.path = staff.roleClaim().orElse(List.of());
    this.names = staff.roles().byRole();
  }

  /**
   * The one role it names. A lead is a clerk who also decides, so that both together are a lead.
   *
   * @throws TokenRefused when it names none, or several
   */
  Role of(JwtClaims claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object said : said(claims)) {
      if (!(said instanceof String name)) {
        throw unreadable();
      }
      names.forEach(
          (role, called) -> {
            if (called.contains(name)) {
              roles.add(role);
            }
          });
    }
    if (roles.contains(Role.LEAD)) {
      roles.remove(Role.CLERK);
    }
    if (roles.size() != 1) {
      throw new TokenRefused(
          Code.INVALID_SCOPE,
          "subject_token names %s of staff".formatted(roles.isEmpty() ? "no role" : "two roles"));
    }
    return roles.iterator().next();
  }

  private List<?> said(JwtClaims claims) {
    Object said = claims.getClaimsMap();
    for (String name : path) {
      said = within(said, name);
    }
    if (said instanceof List<?> several) {
      return several;
    }
    return said == null ? List.of() : List.of(said);
  }

  private static @Nullable Object within(@Nullable Object outer, String name) {
    if (outer == null) {
      return null;
    }
    if (outer instanceof Map<?, ?> object) {
      return object.get(name);
    }
    throw unreadable();
  }

  private static TokenRefused unreadable() {
    return TokenRefused.token("has a role claim that cannot be read");
  }
}
