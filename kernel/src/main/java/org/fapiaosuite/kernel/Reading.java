package org.fapiaosuite.kernel;

import java.util.Optional;
import java.util.function.Consumer;

/** What became of reading a text: the value in its normal form, or what is wrong with the text. */
public sealed interface Reading<V, F extends Enum<F>> {

  /** The text is such a value. */
  record Read<V, F extends Enum<F>>(V value) implements Reading<V, F> {}

  /** The text is none, and why. */
  record Flawed<V, F extends Enum<F>>(F flaw) implements Reading<V, F> {}

  /** The value; where there is none, the flaw is told instead. */
  default Optional<V> orTell(Consumer<? super F> listener) {
    if (this instanceof Flawed<V, F> flawed) {
      listener.accept(flawed.flaw());
      return Optional.empty();
    }
    return Optional.of(((Read<V, F>) this).value());
  }
}
