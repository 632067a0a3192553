package org.fapiaosuite.ordersync.invoice;

import java.util.ArrayList;
import java.util.List;

/** The characters that one glyph of a page stands for, in the order in which they are drawn. */
final class Occurrences {

  private final List<Integer> characters = new ArrayList<>();
  private boolean ambiguous;

  void add(int character) {
    ambiguous |= !characters.isEmpty() && characters.get(0) != character;
    characters.add(character);
  }

  int first() {
    return characters.get(0);
  }

  /** Whether it stands for more than one. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  List<Integer> characters() {
    return List.copyOf(characters);
  }
}
