package org.fapiaosuite.fapiao.support.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.fapiaosuite.rest.strict.BodyLimit;

/** Files of support cases are larger than everyday JSON, and nothing else is. */
@ApplicationScoped
class FileLimit implements BodyLimit {

  /** A file of the largest size, and what multipart puts around it. */
  private static final int WITH_FILE = 6 * 1024 * 1024;

  private static final Pattern FILES =
      Pattern.compile("/api/v1/(?:service-centre/)?support-cases/[^/]+/files/?");

  @Override
  public int of(String path) {
    return FILES.matcher(path).matches() ? WITH_FILE : STANDARD;
  }
}
