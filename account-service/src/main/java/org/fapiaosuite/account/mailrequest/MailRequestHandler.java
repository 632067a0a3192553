package org.fapiaosuite.account.mailrequest;

/** Answers one kind of request, or has nobody to answer. */
public interface MailRequestHandler {

  MailRequestKind kind();

  /** Finds out whether there is somebody to write to, in the running transaction. */
  void handle(String emailKey);
}
