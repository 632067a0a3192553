package org.fapiaosuite.fapiao.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.fapiaosuite.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every action in every state, against a table that was written by hand. */
class CaseActionTest {

  @ParameterizedTest
  @CsvSource({
    // action, after OPEN, after WAITING_FOR_CUSTOMER, after WAITING_FOR_US
    "WRITE, OPEN, WAITING_FOR_US, WAITING_FOR_US",
    "ANSWER, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER",
    "APPROVE, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER",
    "REFUSE, CLOSED, CLOSED, CLOSED",
    "RESOLVE, RESOLVED, RESOLVED, RESOLVED"
  })
  void an_action_moves_an_open_case_on(
      CaseAction action, CaseStatus open, CaseStatus customers, CaseStatus ours) {
    assertEquals(open, action.after(CaseStatus.OPEN));
    assertEquals(customers, action.after(CaseStatus.WAITING_FOR_CUSTOMER));
    assertEquals(ours, action.after(CaseStatus.WAITING_FOR_US));
  }

  @ParameterizedTest
  @EnumSource(CaseAction.class)
  void nothing_moves_a_case_that_has_ended(CaseAction action) {
    assertThrows(ProblemException.class, () -> action.after(CaseStatus.RESOLVED));
    assertThrows(ProblemException.class, () -> action.after(CaseStatus.CLOSED));
  }

  @Test
  void the_table_names_every_action_and_every_state() {
    assertEquals(5, CaseAction.values().length);
    assertEquals(5, CaseStatus.values().length);
  }
}
