package org.fapiaosuite.ordersync.platform.standard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fapiaosuite.ordersync.platform.StatementAnswer;
import org.fapiaosuite.ordersync.platform.StatementRefusedException;
import org.fapiaosuite.ordersync.platform.StatementRefusedException.Cause;
import org.fapiaosuite.ordersync.platform.StatementsConfig;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET {platform}/statements/{yyyy-MM-dd}}, straight into a file: 200 with the gzip file and
 * its {@code Digest: sha-256=…}, 204 when there was no trade, 404 when it is not made yet.
 */
final class StatementClient {
  private final @Nullable URI platform;
  private final HttpClient http;
  private final Duration timeout;
  private final long most;

  /**
   * @param platform base URL; null for a platform that makes no statements
   */
  StatementClient(@Nullable URI platform, StatementsConfig config) {
    this.platform = platform;
    this.timeout = config.timeout();
    this.most = config.mostZipped().asLongValue();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.connectTimeout())
            .build();
  }

  StatementAnswer fetch(LocalDate day, Path into) throws IOException {
    if (platform == null) {
      return StatementAnswer.NOT_MADE_YET;
    }
    String base = platform.toString().replaceAll("/+$", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/statements/" + day))
            .timeout(timeout)
            .header("Accept", "application/gzip")
            .GET()
            .build();
    HttpResponse<Path> answer = send(request, into);
    return switch (answer.statusCode()) {
      case 200 -> StatementAnswer.made(digest(answer.headers()));
      case 204 -> StatementAnswer.NO_TRADE;
      case 404 -> StatementAnswer.NOT_MADE_YET;
      default -> throw new IOException("statement answered " + answer.statusCode());
    };
  }

  /** The request's own timeout ends with the headers, so the whole is timed here. */
  private HttpResponse<Path> send(HttpRequest request, Path into) throws IOException {
    BodyHandler<Path> toFile = info -> new LimitedBody<>(BodySubscribers.ofFile(into), most);
    CompletableFuture<HttpResponse<Path>> answer = http.sendAsync(request, toFile);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("statement took too long", e);
    } catch (ExecutionException e) {
      throw new IOException("statement could not be fetched", e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String digest(HttpHeaders headers) throws StatementRefusedException {
    Optional<String> digest =
        headers.allValues("Digest").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("sha-256="))
            .map(value -> value.substring("sha-256=".length()))
            .findFirst();
    return digest.orElseThrow(() -> new StatementRefusedException(Cause.NO_DIGEST));
  }
}
