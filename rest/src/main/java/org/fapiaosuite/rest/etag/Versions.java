package org.fapiaosuite.rest.etag;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.problem.StandardProblem;
import org.jspecify.annotations.Nullable;

/**
 * Versions of resources as ETags: shown on reading, demanded on writing (RFC 9110). A tag names the
 * version and the language, for example {@code "7-zh-CN"}, since the words of an answer are part of
 * what a cache keeps; whoever writes has read that version in one language or another.
 */
public final class Versions {

  /** An entity tag: what marks it as weak, and what stands between the quotes. */
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  private Versions() {}

  /**
   * Answers 304 when the caller has this version already in this language, else 200 with its ETag.
   * If-None-Match compares weakly (RFC 9110, 13.1.2): a tag that a proxy weakened on the way
   * counts.
   */
  public static Response answer(Request request, int version, Supplier<Object> view) {
    Response.ResponseBuilder known = known(request, opaque(version));
    return tagged(known == null ? Response.ok(view.get()) : known, version);
  }

  /**
   * The answer to a caller for whom nothing needs to be sent, since the request's preconditions say
   * so of this tag, weak or strong; null when the resource is to be sent.
   *
   * @param tag without quotes
   */
  public static Response.@Nullable ResponseBuilder known(Request request, String tag) {
    Response.ResponseBuilder strongly = request.evaluatePreconditions(new EntityTag(tag));
    if (strongly != null) {
      return strongly;
    }
    Response.ResponseBuilder weakly = request.evaluatePreconditions(new EntityTag(tag, true));
    // A weak tag never satisfies If-Match, which was just found to be satisfied or absent.
    return weakly != null && isUnchanged(weakly) ? weakly : null;
  }

  private static boolean isUnchanged(Response.ResponseBuilder answer) {
    return answer.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
  }

  /**
   * Compares what the caller has seen with what is there, strongly (RFC 9110, 13.1.1).
   *
   * @param ifMatch the header; null when the caller does not care
   * @throws org.fapiaosuite.rest.problem.ProblemException 412 when it is another version
   */
  public static void check(@Nullable String ifMatch, int version) {
    if (ifMatch != null
        && !names(ifMatch, tag -> tag.group(1) == null && isOf(tag.group(2), version))) {
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
        .tag(new EntityTag(opaque(version)))
        .header(HttpHeaders.CONTENT_LANGUAGE, CallerLanguage.current().toLanguageTag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  /** The ETag of a version in the caller's language, with its quotes. */
  public static String tag(int version) {
    return '"' + opaque(version) + '"';
  }

  private static String opaque(int version) {
    return version + "-" + CallerLanguage.current().toLanguageTag();
  }

  /** Whether a tag is that of the version, in any language. */
  private static boolean isOf(String opaque, int version) {
    return opaque.startsWith(version + "-");
  }

  /** Whether one of the header's tags is meant, or it says that any is. */
  private static boolean names(String header, Predicate<Matcher> meant) {
    if (header.strip().equals("*")) {
      return true;
    }
    Matcher tag = TAG.matcher(header);
    while (tag.find()) {
      if (meant.test(tag)) {
        return true;
      }
    }
    return false;
  }
}
