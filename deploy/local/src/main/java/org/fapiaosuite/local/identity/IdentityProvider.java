package org.fapiaosuite.local.identity;

import java.time.Clock;
import org.fapiaosuite.local.children.Arguments;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.children.Stdin;

/**
 * Main of the identity provider child: {@code --port <n> --ready <file>}. It has a new key at each
 * start, and forgets who is signed in: what a real one does once in a while.
 */
public final class IdentityProvider {

  private IdentityProvider() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    Stdin.exitWhenClosed();
    new IdentityHttp(arguments.number("port"), Clock.systemUTC()).start();
    new ReadyFile(arguments.path("ready")).write(ProcessHandle.current().pid());
  }
}
