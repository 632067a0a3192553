package org.fapiaosuite.fapiao.correction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the law has done with a Fapiao that is wrong or paid back, and why. */
public sealed interface Decision {

  List<Reason> reasons();

  /** Declare it void; nothing is issued. */
  record DeclareVoid(List<Reason> reasons) implements Decision {}

  /** Issue a red letter, on the seller's word. */
  record RedLetter(List<Reason> reasons) implements Decision {}

  /** Issue a red letter, with a form that the other side or the tax bureau has confirmed. */
  record RedLetterWithForm(List<Reason> reasons) implements Decision {}

  /** Nothing can be done before something else has come. */
  record Wait(Awaited awaited, List<Reason> reasons) implements Decision {}

  /** The same as a word. */
  enum Outcome {
    /** Declare it void (作废). */
    VOID,
    /** Issue a red letter (红字). */
    RED_LETTER,
    /** Issue a red letter with a confirmation form or an information form. */
    RED_LETTER_WITH_FORM,
    /** Wait, see {@code waitingFor}. */
    WAIT
  }

  default Outcome outcome() {
    if (this instanceof DeclareVoid) {
      return Outcome.VOID;
    }
    if (this instanceof RedLetter) {
      return Outcome.RED_LETTER;
    }
    return this instanceof RedLetterWithForm ? Outcome.RED_LETTER_WITH_FORM : Outcome.WAIT;
  }

  /** What is waited for; null when nothing is. */
  default @Nullable Awaited waitingFor() {
    return this instanceof Wait wait ? wait.awaited() : null;
  }
}
