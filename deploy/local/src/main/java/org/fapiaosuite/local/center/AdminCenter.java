package org.fapiaosuite.local.center;

import org.fapiaosuite.local.children.Arguments;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.children.Stdin;

/**
 * Main of the admin center child: {@code --port <n> --ready <file> --gateway <url> --issuer <url>}.
 */
public final class AdminCenter {

  private AdminCenter() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    Stdin.exitWhenClosed();
    new CenterHttp(arguments.number("port"), arguments.text("gateway"), arguments.text("issuer"))
        .start();
    new ReadyFile(arguments.path("ready")).write(ProcessHandle.current().pid());
  }
}
