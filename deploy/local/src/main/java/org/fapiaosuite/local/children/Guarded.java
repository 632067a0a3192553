package org.fapiaosuite.local.children;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main so that it ends with its parent: {@code Guarded <main class> <arguments>}. The
 * packaged services know nothing of the launcher and do not watch their standard input.
 */
public final class Guarded {
  private Guarded() {}

  public static void main(String[] args) throws Throwable {
    Stdin.exitWhenClosed();
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
