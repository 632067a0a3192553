package org.fapiaosuite.local.identity;

import java.util.Map;
import java.util.stream.Collectors;

/** The page where one says who one is. */
final class SignInPage {

  private SignInPage() {}

  /**
   * The page.
   *
   * @param asked the fields of the authorization request, which the form sends along
   * @param trouble what was wrong with what was sent before; empty at first
   */
  static String of(Map<String, String> asked, String trouble) {
    String hidden =
        asked.entrySet().stream()
            .map(
                field ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(field.getKey()), escaped(field.getValue())))
            .collect(Collectors.joining("\n"));
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Sign in</title>
        <link rel="stylesheet" href="/identity.css">
        <main>
        <h1>Sign in</h1>
        <p>A demonstration: whoever says who they are is believed, with any password.</p>
        <p role="alert">%s</p>
        <form method="post" action="/authorize">
        %s
        <label>E-mail <input name="username" type="email" autocomplete="username" required autofocus></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
        <label>Customer, as on an order <input name="customer_id"></label>
        <button>Sign in</button>
        </form>
        </main>
        """
        .formatted(escaped(trouble), hidden);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
