package org.fapiaosuite.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jboss.logging.Logger;

/** Turns every error answer, ours or the framework's, into a problem of the catalogue. */
@ApplicationScoped
class ProblemRenderer implements ProblemPostProcessor {

  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);

  private final CallerLanguage caller;
  private final List<ProblemSource> sources;

  ProblemRenderer(CallerLanguage caller, @All List<ProblemSource> sources) {
    this.caller = caller;
    this.sources = sources;
  }

  @Override
  public HttpProblem apply(HttpProblem original, ProblemContext context) {
    Locale locale = caller.locale();
    Throwable cause = original instanceof ProblemException known ? known : context.cause;
    Finding finding = Diagnosis.of(original.getStatusCode(), cause, locale, sources);
    log(finding, context.cause);
    return render(finding, locale, original.getHeaders());
  }

  private HttpProblem render(Finding finding, Locale locale, Map<String, Object> headers) {
    ProblemType problem = finding.problem();
    HttpProblem.Builder answer =
        HttpProblem.builder()
            .withType(problem.type())
            .withTitle(ProblemTexts.title(problem, locale))
            .withStatus(problem.status())
            .withDetail(finding.detail())
            .with("traceId", TraceId.current())
            .withHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
            .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    headers.forEach(answer::withHeader);
    if (finding.state() != null) {
      answer.with("state", finding.state());
    }
    if (!finding.violations().isEmpty()) {
      answer.with("violations", finding.violations());
    }
    Duration wait = finding.retryAfter();
    if (wait != null) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      answer.withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    return answer.build();
  }

  private static void log(Finding finding, Throwable cause) {
    int status = finding.problem().status();
    if (status == StandardProblem.INTERNAL.status()) {
      LOG.error("request failed", cause);
    } else if (status > StandardProblem.INTERNAL.status()) {
      LOG.warnf("request refused, unavailable cause=%s", cause.getClass());
    } else {
      LOG.debugf("request refused problem=%s", finding.problem().slug());
    }
  }
}
