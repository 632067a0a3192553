package org.fapiaosuite.gateway.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.fapiaosuite.gateway.pages.Page;
import org.fapiaosuite.gateway.visit.Visit;

/** How to use the API, for those who begin; the build makes it of {@code src/main/guide}. */
@ApplicationScoped
public class Guide {

  /** Where it is. */
  public static final String PATH = "/docs";

  private final Page page =
      new Page(new String(BundledApi.read("guide.html"), StandardCharsets.UTF_8));

  /** Answers a GET or HEAD for {@link #PATH}. */
  public void answer(Visit visit) {
    page.answer(visit.request());
  }
}
