package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Forgets what erased accounts wrote and filed, and under which titles they asked for Fapiao. */
@ApplicationScoped
public class ForgottenCases {

  private final SupportCases cases;
  private final CaseMessages messages;
  private final CaseFiles files;
  private final Clock clock;

  ForgottenCases(SupportCases cases, CaseMessages messages, CaseFiles files, Clock clock) {
    this.cases = cases;
    this.messages = messages;
    this.files = files;
    this.clock = clock;
  }

  /** Of each case of an account nothing personal is left; told again, it finds nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String accountId, UnaryOperator<String> pseudonym) {
    for (SupportCase found : cases.keptOf(accountId)) {
      found.forget(pseudonym, clock.instant());
      messages.forget(found.id());
      files.forget(found.id());
    }
  }
}
