package org.fapiaosuite.local.children;

import java.io.IOException;

/**
 * Ties a child to the process that started it: the parent holds the other end of the child's
 * standard input and never writes to it, so end of input means that the parent is gone, however it
 * died.
 */
public final class Stdin {
  private static final long SECONDS_TO_STOP = 5;

  private Stdin() {}

  /** Ends this JVM in order once standard input closes, and by force if that takes too long. */
  public static void exitWhenClosed() {
    daemon(
        "parent-watch",
        () -> {
          waitForEnd();
          daemon("halt", Stdin::haltLater);
          System.exit(0);
        });
  }

  private static void waitForEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes to a child; should somebody do, it means nothing.
      }
    } catch (IOException closed) {
      // Closed is closed.
    }
  }

  private static void haltLater() {
    try {
      Thread.sleep(SECONDS_TO_STOP * 1000);
    } catch (InterruptedException stopNow) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
