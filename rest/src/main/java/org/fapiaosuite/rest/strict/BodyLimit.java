package org.fapiaosuite.rest.strict;

/** How large a request body may be; a service with larger ones brings a bean of its own. */
public interface BodyLimit {

  /** Bytes that a body of everyday JSON may have. */
  int STANDARD = 64 * 1024;

  /** The most bytes of a body sent to the path. */
  int of(String path);
}
