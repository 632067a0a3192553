package org.fapiaosuite.account.mailrequest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;

/** Somebody named an address and wants a mail to go there. */
@Entity
@Table(name = "mail_request")
class MailRequest {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private MailRequestKind kind;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "next_step_at")
  private Instant nextStepAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected MailRequest() {}

  MailRequest(UUID id, MailRequestKind kind, EmailAddress email, Instant now) {
    this.id = id;
    this.kind = kind;
    this.emailKey = email.key();
    this.receivedAt = now;
    this.nextStepAt = now;
  }

  MailRequestKind kind() {
    return kind;
  }

  String emailKey() {
    return emailKey;
  }
}
