package org.fapiaosuite.fapiao.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fapiaosuite.fapiao.problem.Problem;

/** How much room one account and one case may take. */
@ApplicationScoped
class CaseBounds {

  private final SupportCases cases;
  private final CaseMessages messages;
  private final CaseFiles files;
  private final SupportConfig config;

  CaseBounds(SupportCases cases, CaseMessages messages, CaseFiles files, SupportConfig config) {
    this.cases = cases;
    this.messages = messages;
    this.files = files;
    this.config = config;
  }

  /** Refuses (409) one more open case of an account that has as many as it may. */
  void demandRoomForCase(String accountId) {
    if (cases.countOpen(accountId) >= config.mostOpenCases()) {
      throw Problem.TOO_MANY_CASES.with(Integer.toString(config.mostOpenCases()));
    }
  }

  /** Refuses (409) one more file in a case that has as many as it may. */
  void demandRoomForFile(UUID caseId) {
    if (files.countOf(caseId) >= config.mostFiles()) {
      throw Problem.CASE_FULL.with();
    }
    demandRoomForMessage(caseId);
  }

  /** Refuses (409) one more message in a case that has as many as it may. */
  void demandRoomForMessage(UUID caseId) {
    if (messages.countOf(caseId) >= config.mostMessages()) {
      throw Problem.CASE_FULL.with();
    }
  }
}
