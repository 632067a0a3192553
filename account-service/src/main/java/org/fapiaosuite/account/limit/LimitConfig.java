package org.fapiaosuite.account.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How often; the values of production, which the local profile sets a hundred times as high. What
 * one network address may do is the gateway's to limit.
 */
@ConfigMapping(prefix = "fapiao.account.limits")
public interface LimitConfig {

  /** Mails a mailbox gets because somebody registered with it, in a day. */
  @WithDefault("5")
  int registrationsPerMailboxAndDay();

  /** Activation mails sent again to one mailbox in an hour. */
  @WithDefault("3")
  int resendsPerMailboxAndHour();

  /** Activation mails sent again to one mailbox in a day. */
  @WithDefault("10")
  int resendsPerMailboxAndDay();

  /** Temporary passwords sent for one account in an hour. */
  @WithDefault("3")
  int resetsPerAccountAndHour();

  /** Temporary passwords sent for one account in a day. */
  @WithDefault("10")
  int resetsPerAccountAndDay();

  /** Wrong claim codes for one order in a day; further ones are not even compared. */
  @WithDefault("10")
  int wrongClaimCodesPerOrderAndDay();

  /** Mails that ask the payer of one order to approve a claim, in a day. */
  @WithDefault("3")
  int approvalMailsPerOrderAndDay();

  /** Requests of one account to change its address, in a day. */
  @WithDefault("5")
  int emailChangesPerAccountAndDay();

  /** Tokens of trusted issuers that are exchanged for one person in an hour. */
  @WithDefault("120")
  int exchangesPerSubjectAndHour();

  /** Failed sign-ins in a row, from one network to one mailbox, before each further one waits. */
  @WithDefault("5")
  int freeFailures();

  /** First wait after the free failures; doubles with each further one. */
  @WithDefault("1s")
  Duration firstWait();

  /** Longest wait. */
  @WithDefault("15m")
  Duration longestWait();

  /** Failed sign-ins to one mailbox in an hour, from wherever, before further ones wait. */
  @WithDefault("30")
  int failuresPerMailboxAndHour();

  /** Failed sign-ins in a row before only a temporary password helps (NIST SP 800-63B: 100). */
  @WithDefault("100")
  int failuresInARow();

  /**
   * How long the network from which a temporary password was used is not held up by guesses from
   * elsewhere.
   */
  @WithDefault("24h")
  Duration provenNetwork();
}
