package org.fapiaosuite.account.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.fapiaosuite.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for an account. There may be any number with the same address or order: only
 * activation binds either.
 */
@Entity
public class Registration {

  @Id private UUID id;
  @Version private int version;

  @Column(name = "order_number")
  private String orderNumber;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "password_hash")
  private String passwordHash;

  private String locale;

  @Column(name = "claim_code_hash")
  private @Nullable String claimCodeHash;

  @Enumerated(EnumType.STRING)
  private RegistrationStatus status;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "next_step_at")
  private Instant nextStepAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected Registration() {}

  Registration(UUID id, Application application, String passwordHash, Instant now) {
    this.id = id;
    this.orderNumber = application.orderNumber();
    this.email = application.email().text();
    this.emailKey = application.email().key();
    this.passwordHash = passwordHash;
    this.locale = application.locale().toLanguageTag();
    this.claimCodeHash = application.claimCodeHash();
    this.status = RegistrationStatus.RECEIVED;
    this.receivedAt = now;
    this.nextStepAt = now;
  }

  /**
   * What somebody who registers tells of themselves, without the password.
   *
   * @param claimCodeHash SHA-256 of the claim code, when there was one
   */
  public record Application(
      String orderNumber, EmailAddress email, Locale locale, @Nullable String claimCodeHash) {}

  UUID id() {
    return id;
  }

  String orderNumber() {
    return orderNumber;
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }

  String passwordHash() {
    return passwordHash;
  }

  Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  @Nullable String claimCodeHash() {
    return claimCodeHash;
  }

  RegistrationStatus status() {
    return status;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  /** The order is not known: look again then, unless it arrives before. */
  void waitForOrder(Instant lookAgain) {
    move(RegistrationStatus.WAITING_FOR_ORDER, lookAgain);
  }

  /** The order waited for has arrived. */
  void wake(Instant now) {
    if (status != RegistrationStatus.WAITING_FOR_ORDER) {
      throw new IllegalStateException("this registration does not wait for an order");
    }
    nextStepAt = now;
  }

  void awaitActivation(Instant forgetAt) {
    move(RegistrationStatus.AWAITING_ACTIVATION, forgetAt);
  }

  /** The link of the mail was followed. */
  void activate(Instant forgetAt) {
    if (status != RegistrationStatus.AWAITING_ACTIVATION) {
      throw new IllegalStateException("a registration is activated from its mail");
    }
    status = RegistrationStatus.ACTIVATED;
    strip(forgetAt);
  }

  void close(Instant forgetAt) {
    if (status == RegistrationStatus.ACTIVATED) {
      throw new IllegalStateException("an activated registration stays activated");
    }
    status = RegistrationStatus.CLOSED;
    strip(forgetAt);
  }

  private void strip(Instant forgetAt) {
    passwordHash = "";
    claimCodeHash = null;
    nextStepAt = forgetAt;
  }

  private void move(RegistrationStatus next, Instant at) {
    switch (status) {
      case RECEIVED, WAITING_FOR_ORDER -> {
        status = next;
        nextStepAt = at;
      }
      case AWAITING_ACTIVATION, ACTIVATED, CLOSED ->
          throw new IllegalStateException("a registration does not go back from " + status);
    }
  }
}
