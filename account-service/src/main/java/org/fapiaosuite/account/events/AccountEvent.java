package org.fapiaosuite.account.events;

/** Something that happened to an account or on the way to one; the record is the payload. */
public interface AccountEvent {

  /** CloudEvents type with its version, for example {@code account.activated.v1}. */
  String type();

  /** Id of the account or, before there is one, of the registration: the Kafka key. */
  String aggregate();
}
