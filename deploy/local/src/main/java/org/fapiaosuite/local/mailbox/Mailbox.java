package org.fapiaosuite.local.mailbox;

import java.time.Clock;
import org.fapiaosuite.local.children.Arguments;
import org.fapiaosuite.local.children.ReadyFile;
import org.fapiaosuite.local.children.Stdin;

/**
 * Main of the mailbox child: {@code --data <folder> --smtp-port <n> --port <n> --ready <file>}, the
 * second port being that of the web page and the JSON.
 */
public final class Mailbox {
  /** Some days of tests that send without end. */
  private static final int KEPT = 50_000;

  private Mailbox() {}

  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    Stdin.exitWhenClosed();
    Mails mails = new Mails(arguments.path("data"), KEPT, Clock.systemUTC());
    SmtpReceiver smtp = new SmtpReceiver(arguments.number("smtp-port"), mails);
    smtp.start();
    new MailboxHttp(arguments.number("port"), mails).start();
    new ReadyFile(arguments.path("ready")).write(ProcessHandle.current().pid());
  }
}
