package org.fapiaosuite.local.identity;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An authorization request with PKCE (RFC 6749, 4.1; RFC 7636). */
record Authorization(Map<String, String> asked, String client, URI redirect) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");
  private static final Set<String> FIELDS =
      Set.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "state",
          "scope",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  /**
   * Reads it.
   *
   * @throws OAuthError when it is not to be answered by a redirect, or not by a code
   */
  static Authorization of(Form form) {
    URI redirect = redirect(form.required("redirect_uri"));
    if (!form.text("response_type").equals("code")) {
      throw new OAuthError("unsupported_response_type", "response_type must be code");
    }
    if (form.required("code_challenge").isEmpty()
        || !form.text("code_challenge_method").equals("S256")) {
      throw new OAuthError("invalid_request", "code_challenge_method must be S256");
    }
    Map<String, String> asked = new LinkedHashMap<>(form.fields());
    asked.keySet().retainAll(FIELDS);
    return new Authorization(asked, TokenEndpoint.client(form), redirect);
  }

  /** Codes go to pages of this machine, and to no other. */
  private static URI redirect(String text) {
    try {
      URI redirect = URI.create(text);
      if ("http".equals(redirect.getScheme())
          && THIS_MACHINE.contains(redirect.getHost())
          && redirect.getRawFragment() == null) {
        return redirect;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new OAuthError("invalid_request", "redirect_uri must be a page of this machine");
  }

  /** Where a browser goes with the code. */
  String withCode(String code) {
    Map<String, String> answer = new LinkedHashMap<>(Map.of("code", code));
    if (asked.containsKey("state")) {
      answer.put("state", asked.getOrDefault("state", ""));
    }
    return redirect + (redirect.getRawQuery() == null ? "?" : "&") + Form.query(answer);
  }

  /** The origin of the page that gets the code. */
  String origin() {
    int port = redirect.getPort();
    return "http://" + redirect.getHost() + (port < 0 ? "" : ":" + port);
  }

  String challenge() {
    return asked.getOrDefault("code_challenge", "");
  }

  String nonce() {
    return asked.getOrDefault("nonce", "");
  }
}
