package org.fapiaosuite.rest.problem;

import java.net.URI;

/**
 * One kind of problem: an entry of a service's catalogue, which is an enum.
 *
 * <p>The slug is the stable name a program may rely on ({@code urn:fapiaosuite:problem:<slug>});
 * title and detail live under {@code <slug>.title} and {@code <slug>.detail} in the service's
 * {@code problems} bundles, in Chinese, English and German.
 */
public interface ProblemType {

  /** HTTP status code of every answer with this problem. */
  int status();

  /** Stable name, also the key of the texts. */
  String slug();

  /** The bundle of its texts; a service may give it words of its own in {@code problems}. */
  default String words() {
    return ProblemTexts.OF_THE_SERVICE;
  }

  /** Value of the {@code type} member. */
  default URI type() {
    return URI.create("urn:fapiaosuite:problem:" + slug());
  }

  /**
   * The exception that ends the request with this problem.
   *
   * @param arguments fill the placeholders {0}, {1}… of the detail
   */
  default ProblemException with(Object... arguments) {
    return new ProblemException(this, arguments);
  }
}
