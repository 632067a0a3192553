package org.fapiaosuite.gateway.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.gateway.pages.Page;
import org.fapiaosuite.gateway.visit.Visit;

/** The API as a page to be read, which the build makes of {@link BundledApi}'s document. */
@ApplicationScoped
public class ApiReference {

  /** Where it is. */
  public static final String PATH = "/api/docs";

  private final Page page =
      new Page(new String(BundledApi.read("api-reference.html"), StandardCharsets.UTF_8));

  /** Answers a GET or HEAD for {@link #PATH}. */
  public void answer(Visit visit) {
    page.answer(visit.request());
  }
}
