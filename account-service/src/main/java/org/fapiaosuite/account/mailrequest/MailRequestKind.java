package org.fapiaosuite.account.mailrequest;

/** What mail is asked for. */
public enum MailRequestKind {
  ACTIVATION,
  TEMPORARY_PASSWORD
}
