package org.fapiaosuite.local.children;

import java.nio.file.Path;
import java.time.Duration;

/** What a {@link Supervisor} tells; called on the threads of the children. */
public interface ChildEvents {

  /** A child serves, this long after its start; {@code again} when it had served before. */
  void serves(String name, Duration took, boolean again);

  /** A child was built anew while it ran; it will be restarted. */
  void rebuilt(String name);

  /**
   * A child has given no answer at all for this long; it will be restarted.
   *
   * @param threads what its threads were at; an empty file when it did not even tell that
   */
  void silent(String name, Duration since, Path threads);

  /** A child ended though nobody asked it to, for example "exit code 137"; it will be restarted. */
  void died(String name, String how);
}
