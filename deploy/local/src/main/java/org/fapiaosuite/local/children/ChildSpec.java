package org.fapiaosuite.local.children;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a child is.
 *
 * @param name as in suite.json, and the name of its log file
 * @param command the program and its arguments
 * @param environment variables added to the launcher's own
 * @param log where its output goes
 * @param readiness how to see that it serves
 * @param artifact what it is built into; when that changes, it is started again
 * @param liveness how to see that it is not stuck; empty: it is started again only when it ends
 * @param after names of those that must serve before it starts, and stop after it
 */
public record ChildSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Readiness readiness,
    Optional<Path> artifact,
    Optional<Liveness> liveness,
    List<String> after) {

  public ChildSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    after = List.copyOf(after);
  }
}
