package org.fapiaosuite.account.profile;

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

/** Somebody who may sign in: a customer, or a member of staff. */
@Entity
public class Account {

  @Id private UUID id;
  @Version private int version;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  private String locale;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private AccountStatus status;

  private long epoch;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  private @Nullable String issuer;

  @Column(name = "joined_to")
  private @Nullable UUID joinedTo;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
  protected Account() {}

  private Account(UUID id, EmailAddress email, Role role, Locale locale, Instant now) {
    this.id = id;
    this.email = email.text();
    this.emailKey = email.key();
    this.role = role;
    this.locale = locale.toLanguageTag();
    this.status = AccountStatus.ACTIVE;
    this.createdAt = now;
    this.passwordChangedAt = now;
  }

  /** The account of a customer whose address has just been proven. */
  public static Account ofCustomer(
      UUID id, EmailAddress email, String passwordHash, Locale locale, Instant now) {
    Account account = new Account(id, email, Role.CUSTOMER, locale, now);
    account.passwordHash = passwordHash;
    return account;
  }

  /**
   * The account of a customer whom an issuer vouches for. It has no password and does not hold its
   * address: somebody may register with that beside it.
   *
   * @param issuer the {@code iss} of its tokens
   */
  public static Account ofIssuer(
      UUID id, String issuer, EmailAddress email, Locale locale, Instant now) {
    Account account = new Account(id, email, Role.CUSTOMER, locale, now);
    account.issuer = issuer;
    return account;
  }

  /**
   * The account of a member of staff. Without a password: they get a temporary one by mail, since
   * nobody sets the password of another.
   */
  public static Account ofStaff(
      UUID id, EmailAddress email, Role role, Locale locale, Instant now) {
    if (!role.isStaff()) {
      throw new IllegalArgumentException("customers register themselves");
    }
    return new Account(id, email, role, locale, now);
  }

  /**
   * The account of a member of staff whom an issuer names. It has no password: only that issuer's
   * word opens it, and says the role.
   *
   * @param issuer the {@code iss} of its tokens
   */
  public static Account ofIssuersStaff(
      UUID id, String issuer, EmailAddress email, Role role, Locale locale, Instant now) {
    Account account = ofStaff(id, email, role, locale, now);
    account.issuer = issuer;
    return account;
  }

  public UUID id() {
    return id;
  }

  /** Grows with each change, for ETags. */
  public int version() {
    return version;
  }

  /** Where mails go. */
  public EmailAddress email() {
    return new EmailAddress(email);
  }

  /** PHC string; null while no password has been set. */
  public @Nullable String passwordHash() {
    return passwordHash;
  }

  /** The language of mails: zh-CN, en or de. */
  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /** The issuer whose word made it; null for everybody who registered or was taken on here. */
  public @Nullable String issuer() {
    return issuer;
  }

  /** Whether an issuer's word made it, so that only that issuer's word opens it. */
  public boolean isFromIssuer() {
    return issuer != null;
  }

  /** The registered account that took its place; null when none has. */
  public @Nullable UUID joinedTo() {
    return joinedTo;
  }

  public Role role() {
    return role;
  }

  public AccountStatus status() {
    return status;
  }

  public boolean isActive() {
    return status == AccountStatus.ACTIVE;
  }

  /** Access tokens of another epoch are stale. */
  public long epoch() {
    return epoch;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Keeps the same password under a newer cost. */
  public void rehash(String newHash) {
    passwordHash = newHash;
  }

  /** A new password: whatever was signed in with the old one is stale. */
  public void changePassword(String newHash, Instant now) {
    passwordHash = newHash;
    passwordChangedAt = now;
    raiseEpoch();
  }

  /** Another mailbox, proven by the secret that was sent to it. */
  public void changeEmail(EmailAddress proven) {
    email = proven.text();
    emailKey = proven.key();
  }

  /** Another language of mails; false when it was this one before. */
  public boolean changeLocale(Locale chosen) {
    boolean changed = !chosen.toLanguageTag().equals(locale);
    locale = chosen.toLanguageTag();
    return changed;
  }

  /** Changes what a member of staff is; their tokens of the old role are stale. */
  public void changeRole(Role newRole) {
    if (!role.isStaff() || !newRole.isStaff()) {
      throw new IllegalStateException("a customer stays a customer, staff stays staff");
    }
    if (role != newRole) {
      role = newRole;
      raiseEpoch();
    }
  }

  /** Shuts the account; repeated, it stays shut. */
  public void disable() {
    if (isActive()) {
      status = AccountStatus.DISABLED;
      raiseEpoch();
    }
  }

  /** Shuts the account for good: a registered one of the same owner takes its place. */
  public void joinTo(UUID registered) {
    if (!isFromIssuer()) {
      throw new IllegalStateException("a registered account stays what it is");
    }
    joinedTo = registered;
    disable();
  }

  /** Opens a shut account again. */
  public void enable() {
    status = AccountStatus.ACTIVE;
  }

  /** Makes every access token of the account stale. */
  public void raiseEpoch() {
    epoch++;
  }
}
