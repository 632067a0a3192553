package org.fapiaosuite.account.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fapiaosuite.account.profile.Role;
import org.fapiaosuite.kernel.EmailAddress;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/** Reads from a verified token what its issuer is configured to say. */
final class TokenClaims {

  private static final int MOST_CUSTOMERS = 50;
  private static final int LONGEST_SUBJECT = 255;

  /** No more is asked of them: a platform names its customers as it likes. */
  private static final Pattern CUSTOMER = Pattern.compile("[^\\p{Cntrl}\\p{Space}]{1,200}");

  private final JwtClaims claims;
  private final ExchangeConfig.Issuer issuer;
  private final TokenScope scope;

  TokenClaims(JwtClaims claims, ExchangeConfig.Issuer issuer, TokenScope scope) {
    this.claims = claims;
    this.issuer = issuer;
    this.scope = scope;
  }

  /** Who signed in; at most 255 characters (OpenID Connect Core, 2). */
  String subject() throws MalformedClaimException {
    String subject = claims.getSubject();
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf(0) >= 0) {
      throw TokenRefused.token("has a claim that cannot be read: sub");
    }
    return subject;
  }

  /** The mailbox, where mails go and by which paid orders are found: it has to be proven. */
  EmailAddress email() {
    Object verified = claims.getClaimValue(issuer.emailVerifiedClaim());
    if (!issuer.emailsAreVerified() && !Boolean.TRUE.equals(verified) && !"true".equals(verified)) {
      throw TokenRefused.token("names no verified e-mail address");
    }
    return textOf(claims.getClaimValue(issuer.emailClaim()))
        .flatMap(EmailAddress::parse)
        .orElseThrow(() -> TokenRefused.token("names no verified e-mail address"));
  }

  private static Optional<String> textOf(@Nullable Object claim) {
    return claim instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** As what somebody comes in. */
  Role role() {
    return switch (scope) {
      case CUSTOMER -> Role.CUSTOMER;
      case STAFF -> new RoleClaim(issuer.staff()).of(claims);
    };
  }

  /** The customers it speaks for; none where the issuer names none, and for staff. */
  List<String> customerIds() {
    if (scope == TokenScope.STAFF || issuer.customerClaim().isEmpty()) {
      return List.of();
    }
    Object said = claims.getClaimValue(issuer.customerClaim().get());
    List<?> named =
        said instanceof List<?> several ? several : said == null ? List.of() : List.of(said);
    if (named.size() > MOST_CUSTOMERS) {
      throw TokenRefused.token("speaks for more than 50 customers");
    }
    List<String> customers = new ArrayList<>();
    for (Object customer : named) {
      if (!(customer instanceof String name) || !CUSTOMER.matcher(name).matches()) {
        throw TokenRefused.token("names a customer that cannot be read");
      }
      customers.add(issuer.platform().orElseThrow() + ":" + name);
    }
    return customers.stream().distinct().toList();
  }

  /** The front end that acts: the party it was issued to, else the one it is for. */
  String client() throws MalformedClaimException {
    for (String claim : List.of("azp", "client_id")) {
      if (claims.getClaimValue(claim) instanceof String client && !client.isBlank()) {
        return client;
      }
    }
    return claims.getAudience().stream()
        .filter(scope.audiences(issuer)::contains)
        .findFirst()
        .orElseThrow();
  }
}
