package org.fapiaosuite.fapiao.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.fapiaosuite.fapiao.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request with an {@code Idempotency-Key} take effect once (IETF draft -07). The answer is
 * stored, encrypted, in the transaction of the effect: there is no moment in which one exists
 * without the other. Failures are not stored; they are tried afresh.
 */
@ApplicationScoped
public class Idempotency {

  private final StoredAnswers stored;
  private final ObjectMapper json;
  private final Clock clock;

  Idempotency(StoredAnswers stored, ObjectMapper json, Clock clock) {
    this.stored = stored;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Does the work, or answers as before.
   *
   * @param key of {@link IdempotencyKey}; null when the caller does not care
   * @param caller whose key it is
   * @param request compared with the first one under the key
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Response once(
      @Nullable String key,
      String caller,
      String operation,
      Object request,
      Supplier<Answer> work) {
    if (key == null) {
      Answer answer = work.get();
      return response(answer.status(), answer.location(), answer.etag(), write(answer.body()));
    }
    String fingerprint = fingerprint(operation + "\n" + write(request));
    Optional<Response> before = replay(key, caller, fingerprint);
    if (before.isPresent()) {
      return before.get();
    }
    if (!stored.tryLock(caller, key)) {
      throw Problem.REQUEST_IN_FLIGHT.with();
    }
    before = replay(key, caller, fingerprint);
    if (before.isPresent()) {
      return before.get();
    }
    Answer answer = work.get();
    String body = write(answer.body());
    stored.put(
        caller,
        key,
        operation,
        new StoredAnswers.Stored(
            fingerprint, answer.status(), answer.location(), answer.etag(), body),
        clock.instant());
    return response(answer.status(), answer.location(), answer.etag(), body);
  }

  /** Forgets what was answered to a caller who is no more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String caller) {
    stored.forget(caller);
  }

  private Optional<Response> replay(String key, String caller, String fingerprint) {
    return stored
        .find(caller, key)
        .map(
            answer -> {
              if (!answer.fingerprint().equals(fingerprint)) {
                throw Problem.KEY_REUSED.with();
              }
              return response(answer.status(), answer.location(), answer.etag(), answer.body());
            });
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an answer", e);
    }
  }

  private static Response response(
      int status, @Nullable String location, String etag, String body) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.ETAG, etag)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .entity(body);
    return location == null
        ? answer.build()
        : answer.header(HttpHeaders.LOCATION, location).build();
  }

  private static String fingerprint(String request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(request.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
