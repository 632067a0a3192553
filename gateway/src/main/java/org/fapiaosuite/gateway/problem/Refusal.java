package org.fapiaosuite.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One problem as it is told to one caller (RFC 9457).
 *
 * @param headers of the answer, media type and language included
 * @param body {@code type}, {@code title}, {@code status}, {@code detail}, {@code traceId}
 */
public record Refusal(Problem problem, Map<String, String> headers, Buffer body) {

  private static final String TYPE = "urn:fapiaosuite:problem:";

  /**
   * The problem as this caller is told it.
   *
   * @param acceptLanguage the caller's header
   * @param retryAfter told in whole seconds, rounded up; null for nothing to wait for
   * @param arguments fill the placeholders {0}, {1}… of the detail
   */
  public static Refusal of(
      Problem problem,
      @Nullable String acceptLanguage,
      String traceId,
      @Nullable Duration retryAfter,
      Object... arguments) {
    Locale locale = Languages.best(acceptLanguage);
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "problems",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String detail = texts.getString(problem.slug() + ".detail");
    JsonObject body =
        new JsonObject()
            .put("type", TYPE + problem.slug())
            .put("title", texts.getString(problem.slug() + ".title"))
            .put("status", problem.status())
            .put("detail", new MessageFormat(detail, locale).format(arguments))
            .put("traceId", traceId);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(HttpHeaders.CONTENT_TYPE.toString(), "application/problem+json");
    headers.put(HttpHeaders.CONTENT_LANGUAGE.toString(), locale.toLanguageTag());
    headers.put(HttpHeaders.VARY.toString(), "Accept-Language");
    headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
    if (retryAfter != null) {
      headers.put(HttpHeaders.RETRY_AFTER.toString(), seconds(retryAfter));
    }
    return new Refusal(problem, headers, body.toBuffer());
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
