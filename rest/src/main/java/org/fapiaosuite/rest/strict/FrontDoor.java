package org.fapiaosuite.rest.strict;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fapiaosuite.rest.language.Languages;
import org.fapiaosuite.rest.problem.ProblemTexts;
import org.fapiaosuite.rest.problem.ProblemType;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.fapiaosuite.rest.problem.TraceId;

/** Refuses, before any route is chosen, what the router would answer without a problem body. */
@ApplicationScoped
class FrontDoor {

  private static final int BEFORE_EVERYTHING = 1000;
  static final long LINGER_MILLIS = 2000;

  /** A per cent sign without two hex digits, or an escaped control character. */
  private static final Pattern BAD_ESCAPE =
      Pattern.compile("%(?![0-9a-fA-F]{2})|%[01][0-9a-fA-F]|%7[fF]");

  private final BodyLimit limit;

  FrontDoor(BodyLimit limit) {
    this.limit = limit;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (BAD_ESCAPE.matcher(request.uri()).find()) {
      refuse(context, StandardProblem.UNREADABLE);
    } else if (isTooLong(request)) {
      refuse(context, StandardProblem.TOO_LARGE);
    } else {
      BrokenChunks.watch(request);
      context.next();
    }
  }

  private boolean isTooLong(HttpServerRequest request) {
    String contentLength = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (contentLength == null) {
      return false;
    }
    try {
      return Long.parseLong(contentLength) > limit.of(request.path());
    } catch (NumberFormatException tooManyDigits) {
      return true;
    }
  }

  /** Closes late, since a caller who is still writing would lose the answer to a reset. */
  private static void refuse(RoutingContext context, ProblemType problem) {
    context.request().resume();
    Locale locale = Languages.best(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .endHandler(
            ended ->
                context
                    .vertx()
                    .setTimer(LINGER_MILLIS, timer -> context.request().connection().close()))
        .end(body(problem, locale));
  }

  /** RFC 9457. */
  static String body(ProblemType problem, Locale locale) {
    return new JsonObject()
        .put("type", problem.type().toString())
        .put("title", ProblemTexts.title(problem, locale))
        .put("status", problem.status())
        .put("detail", ProblemTexts.detail(problem, locale))
        .put("traceId", TraceId.current())
        .encode();
  }
}
