package org.fapiaosuite.local.children;

import java.util.List;

/** Some children never came to serve; the message says how it went, {@link #names} which. */
public final class ChildFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  ChildFailedException(List<String> names, String message) {
    super(message);
    this.names = List.copyOf(names);
  }

  public List<String> names() {
    return names;
  }
}
