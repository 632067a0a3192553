package org.fapiaosuite.testkit.openapi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down what programs rely on from now on: the bundle of the services' documents without its
 * words, against which later ones are held ({@link Breaking}).
 */
public final class Baseline {

  private Baseline() {}

  /** Writes it: {@code <file to write> <openapi.yaml>...}. */
  public static void main(String... arguments) throws IOException {
    List<Path> files = Arrays.stream(arguments).map(Path::of).toList();
    Bundle.write(files.get(0), Bundle.wordless(Bundle.of(files.subList(1, files.size()))));
  }
}
