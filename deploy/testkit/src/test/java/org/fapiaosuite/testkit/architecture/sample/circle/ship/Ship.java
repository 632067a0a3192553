package org.fapiaosuite.testkit.architecture.sample.circle.ship;

import org.fapiaosuite.testkit.architecture.sample.circle.harbour.Harbour;

/** The other half. */
public class Ship {
  public Harbour home() {
    return new Harbour();
  }
}
