package org.fapiaosuite.rest.language;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Says in which language an answer speaks, and that another caller may get it in another one. */
@Provider
@Translated
class AnswerLanguage implements ContainerResponseFilter {

  private final CallerLanguage caller;

  AnswerLanguage(CallerLanguage caller) {
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, caller.locale().toLanguageTag());
    response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
