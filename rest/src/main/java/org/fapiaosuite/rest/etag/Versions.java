package org.fapiaosuite.rest.etag;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/** Versions of resources as ETags: shown on reading, demanded on writing (RFC 9110). */
public final class Versions {

  private Versions() {}

  /** Answers 304 when the caller has this version already, else 200 with its ETag. */
  public static Response answer(Request request, int version, Supplier<Object> view) {
    EntityTag tag = new EntityTag(Integer.toString(version));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return tagged(unchanged == null ? Response.ok(view.get()) : unchanged, version);
  }

  /**
   * Compares what the caller has seen with what is there.
   *
   * @param ifMatch the header; null when the caller does not care
   * @throws org.fapiaosuite.rest.problem.ProblemException 412 when it is another version
   */
  public static void check(@Nullable String ifMatch, int version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String tag = "\"" + version + "\"";
    if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
      throw StandardProblem.PRECONDITION_FAILED.with();
    }
  }

  /**
   * Refuses an edit that does not say which version it edits, or says another one.
   *
   * @throws org.fapiaosuite.rest.problem.ProblemException 428 without the header, 412 when it is
   *     another version
   */
  public static void demand(@Nullable String ifMatch, int version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw StandardProblem.PRECONDITION_REQUIRED.with();
    }
    check(ifMatch, version);
  }

  /** Answers what a change left behind, with its new ETag. */
  public static Response changed(int version, Object view) {
    return tagged(Response.ok(view), version);
  }

  /** Puts the ETag on an answer whose words depend on the caller's language. */
  public static Response tagged(Response.ResponseBuilder answer, int version) {
    return answer
        .tag(new EntityTag(Integer.toString(version)))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
