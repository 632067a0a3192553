package org.fapiaosuite.fapiao.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.fapiaosuite.fapiao.document.KeptDocument;

/** A file of a conversation; its content is in the store of documents. */
@Entity
@Table(name = "support_file")
public class CaseFile {

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "message_id")
  private UUID messageId;

  private String name;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes")
  private long size;

  private String digest;

  protected CaseFile() {}

  CaseFile(UUID id, CaseMessage message, BroughtFile brought, KeptDocument document) {
    this.id = id;
    this.caseId = message.caseId();
    this.messageId = message.id();
    this.name = brought.name();
    this.mediaType = brought.kind().mediaType();
    this.size = document.size();
    this.digest = document.digest();
  }

  public UUID id() {
    return id;
  }

  public UUID messageId() {
    return messageId;
  }

  public String name() {
    return name;
  }

  /** What it is by its content. */
  public String mediaType() {
    return mediaType;
  }

  /** Where its content is. */
  public KeptDocument document() {
    return new KeptDocument(digest, size);
  }
}
