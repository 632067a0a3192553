package org.fapiaosuite.testkit.architecture.sample.circle.harbour;

import org.fapiaosuite.testkit.architecture.sample.circle.ship.Ship;

/** One half of a circle. */
public class Harbour {
  public Ship ship() {
    return new Ship();
  }
}
