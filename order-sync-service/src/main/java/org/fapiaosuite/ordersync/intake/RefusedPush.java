package org.fapiaosuite.ordersync.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A push that the platform signed and that says what cannot be. Read only. */
@Entity
class RefusedPush {
  @Id private UUID id;
  private String platform;
  private String webhookId;
  private Instant receivedAt;
  private String field;
  private String reason;
  private byte[] body;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  RefusedPush() {}

  UUID id() {
    return id;
  }

  String platform() {
    return platform;
  }

  String webhookId() {
    return webhookId;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  /** Path of the value at fault; empty when the whole could not be read. */
  String field() {
    return field;
  }

  String reason() {
    return reason;
  }

  byte[] body() {
    return body.clone();
  }
}
