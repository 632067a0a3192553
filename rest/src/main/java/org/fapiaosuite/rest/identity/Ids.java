package org.fapiaosuite.rest.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives new identities: UUID version 7 (RFC 9562), so that keys grow to the right. */
@ApplicationScoped
public class Ids {
  private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

  /** A new id; no secret, for its first half is the time. */
  public UUID next() {
    return generator.generate();
  }
}
