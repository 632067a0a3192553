package org.fapiaosuite.fapiao.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fapiaosuite.fapiao.progress.Actor;
import org.jspecify.annotations.Nullable;

/** One message of a conversation; written once. */
@Entity
@Table(name = "support_message")
public class CaseMessage {

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private Actor author;

  @Column(name = "author_id")
  private String authorId;

  private @Nullable String text;

  protected CaseMessage() {}

  /**
   * A message that was just written.
   *
   * @param authorId whose account it was; staff's is never shown to the customer
   * @param text null where files say it all
   */
  CaseMessage(
      UUID id, UUID caseId, Instant at, Actor author, String authorId, @Nullable String text) {
    this.id = id;
    this.caseId = caseId;
    this.at = at;
    this.author = author;
    this.authorId = authorId;
    this.text = text;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public Instant at() {
    return at;
  }

  public Actor author() {
    return author;
  }

  public @Nullable String text() {
    return text;
  }
}
