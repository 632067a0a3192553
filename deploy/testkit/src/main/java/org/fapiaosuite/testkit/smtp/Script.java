package org.fapiaosuite.testkit.smtp;

/** Decides at each point of each conversation whether the server misbehaves. */
@FunctionalInterface
public interface Script {

  /**
   * What to do now.
   *
   * @param recipient address of the mail, empty before RCPT
   * @param visit how often this recipient has come to this point before
   */
  Fault at(Fault.Point point, String recipient, int visit);

  /** A server that does everything right. */
  static Script wellBehaved() {
    return (point, recipient, visit) -> Fault.NONE;
  }

  /** Misbehaves at one point, always. */
  static Script always(Fault.Point where, Fault fault) {
    return (point, recipient, visit) -> point == where ? fault : Fault.NONE;
  }

  /** Misbehaves at one point for each recipient's first visits, then no more. */
  static Script first(int visits, Fault.Point where, Fault fault) {
    return (point, recipient, visit) -> point == where && visit < visits ? fault : Fault.NONE;
  }
}
