package org.fapiaosuite.gateway.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fapiaosuite.gateway.problem.Problem;
import org.fapiaosuite.gateway.visit.Visit;
import org.jboss.logging.Logger;

/**
 * The portal is one page whose script shows the right part of it: every address that a browser
 * navigates to and that is no file is answered with that page. Where the portal is not packaged,
 * there is nothing.
 */
@ApplicationScoped
public class Pages {

  private static final Logger LOG = Logger.getLogger(Pages.class);

  private final PageFiles files;

  Pages(PagesConfig config) {
    files = PageFiles.load(config.folder());
    if (files.page().isEmpty()) {
      LOG.info("the portal is not packaged, no pages are served");
    }
  }

  /** Answers a GET or HEAD for an address that no service has. */
  public void answer(Visit visit) {
    HttpServerRequest request = visit.request();
    String path = visit.path();
    Optional<PageFile> file = files.find(path);
    if (file.isPresent()) {
      file.get().answer(request);
    } else if (files.page().isPresent() && isPage(path, request)) {
      files.page().get().answer(request);
    } else {
      visit.refuse(Problem.NOT_FOUND);
    }
  }

  /** Whether there is a file or the page itself at an address, whoever asks. */
  public boolean has(String path) {
    return files.find(path).isPresent() || (files.page().isPresent() && isFront(path));
  }

  private static boolean isFront(String path) {
    return path.equals("/") || path.equals("/index.html");
  }

  private static boolean isPage(String path, HttpServerRequest request) {
    if (isFront(path)) {
      return true;
    }
    boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return !isFile && accepted != null && accepted.contains("text/html");
  }
}
