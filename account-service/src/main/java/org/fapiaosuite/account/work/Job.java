package org.fapiaosuite.account.work;

import java.util.Optional;
import java.util.UUID;

/**
 * A kind of row that wants something done to it. A row is claimed for a while in one transaction
 * and worked in another, so that a row that fails neither blocks the others nor is lost.
 */
public interface Job {

  /** Claims a due row: it is not due again until a while later. Empty when none is due. */
  Optional<UUID> claim();

  /** Does the work of a claimed row, in one transaction. */
  void work(UUID row);
}
