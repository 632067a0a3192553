package org.fapiaosuite.account.emailchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;

/** The address an account is to have; one at a time, the newest wish wins. */
@Entity
@Table(name = "email_change")
class EmailChange {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Version private int version;

  @Column(name = "new_email")
  private String newEmail;

  @Column(name = "new_email_key")
  private String newEmailKey;

  @Column(name = "requested_at")
  private Instant requestedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected EmailChange() {}

  EmailChange(UUID accountId, EmailAddress wished, Instant now) {
    this.accountId = accountId;
    wish(wished, now);
  }

  final void wish(EmailAddress wished, Instant now) {
    newEmail = wished.text();
    newEmailKey = wished.key();
    requestedAt = now;
  }

  EmailAddress newEmail() {
    return new EmailAddress(newEmail);
  }
}
