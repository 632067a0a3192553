package org.fapiaosuite.rest.strict;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The same bound everywhere, for a service that names no other. */
@DefaultBean
@ApplicationScoped
class StandardBodyLimit implements BodyLimit {
  @Override
  public int of(String path) {
    return STANDARD;
  }
}
