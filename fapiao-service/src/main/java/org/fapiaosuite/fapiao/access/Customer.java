package org.fapiaosuite.fapiao.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.rest.problem.StandardProblem;

/**
 * The customer who is calling, as their access token says: an account, and the customers of payment
 * platforms it may act for. Every query of a customer's data is bounded by {@link #customerIds()}.
 */
@RequestScoped
public class Customer {

  private static final int MOST = 50;

  private final JsonWebToken token;

  public Customer(JsonWebToken token) {
    this.token = token;
  }

  /** The account's id. */
  public String accountId() {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      throw StandardProblem.UNAUTHENTICATED.with();
    }
    return subject;
  }

  /** Customers in the form {@code <platform>:<customerId>}, possibly none. */
  public List<String> customerIds() {
    Optional<JsonArray> claim = token.claim("customerIds");
    return claim.stream()
        .flatMap(array -> array.getValuesAs(JsonString.class).stream())
        .map(JsonString::getString)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** The same for a query. */
  public String[] customerIdArray() {
    return customerIds().toArray(String[]::new);
  }
}
