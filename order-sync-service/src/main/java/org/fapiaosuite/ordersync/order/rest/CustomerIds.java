package org.fapiaosuite.ordersync.order.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose orders the caller may see, as their access token says: {@code <platform>:<customerId>}. */
@RequestScoped
public class CustomerIds {
  private final JsonWebToken token;

  CustomerIds(JsonWebToken token) {
    this.token = token;
  }

  /** Empty for an account that no customer is linked to. */
  public Set<String> all() {
    Set<String> ids = new TreeSet<>();
    if (token.getClaim("customerIds") instanceof JsonArray claim) {
      for (JsonValue id : claim) {
        if (id instanceof JsonString text) {
          ids.add(text.getString());
        }
      }
    }
    return ids;
  }
}
