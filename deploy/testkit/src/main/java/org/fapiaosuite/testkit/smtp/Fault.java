package org.fapiaosuite.testkit.smtp;

import java.time.Duration;

/**
 * What the server does instead of answering properly at one point of a conversation.
 *
 * @param type what
 * @param reply the reply to give, only with {@link Type#REPLY}
 * @param delay waits this long first
 */
public record Fault(Type type, String reply, Duration delay) {

  /** Kinds of misbehaviour. */
  public enum Type {
    /** None: the proper answer, perhaps late. */
    NONE,
    /** Another reply; several lines are separated by \n. */
    REPLY,
    /** The connection is closed without a word. */
    DROP,
    /** Nothing is said any more while the connection stays open. */
    STALL,
    /** Only at {@link Point#END_OF_TEXT}: the mail is taken, then the connection is dropped. */
    TAKE_AND_DROP,
    /** Only at {@link Point#END_OF_TEXT}: the mail is taken, then nothing is said any more. */
    TAKE_AND_STALL,
    /** Only at {@link Point#END_OF_TEXT}: the proper answer, then the connection is dropped. */
    TELL_AND_DROP
  }

  /** Where in the conversation. */
  public enum Point {
    CONNECT,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /** While the text arrives, before the final dot is read. */
    MID_TEXT,
    END_OF_TEXT
  }

  public static final Fault NONE = new Fault(Type.NONE, "", Duration.ZERO);

  public static Fault reply(String reply) {
    return new Fault(Type.REPLY, reply, Duration.ZERO);
  }

  public static Fault drop() {
    return new Fault(Type.DROP, "", Duration.ZERO);
  }

  public static Fault stall() {
    return new Fault(Type.STALL, "", Duration.ZERO);
  }

  public static Fault takeAndDrop() {
    return new Fault(Type.TAKE_AND_DROP, "", Duration.ZERO);
  }

  public static Fault takeAndStall() {
    return new Fault(Type.TAKE_AND_STALL, "", Duration.ZERO);
  }

  public static Fault tellAndDrop() {
    return new Fault(Type.TELL_AND_DROP, "", Duration.ZERO);
  }

  /** The proper answer, but only after a while. */
  public static Fault late(Duration delay) {
    return new Fault(Type.NONE, "", delay);
  }
}
