package org.fapiaosuite.fapiao.support;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.kernel.Money;
import org.jspecify.annotations.Nullable;

/** One of the parts that a bill is to be split into. */
@Entity
@Table(name = "support_case_part")
public class CasePart {

  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // the column that ties it to its case
  @ManyToOne
  @JoinColumn(name = "case_id")
  private SupportCase supportCase;

  @SuppressWarnings("UnusedVariable") // its case orders by it
  private int position;

  @Column(name = "amount_fen")
  private Money amount;

  @Embedded private Buyer title;

  @Column(name = "application_id")
  private @Nullable UUID applicationId;

  protected CasePart() {}

  CasePart(UUID id, SupportCase supportCase, int position, Money amount, Buyer title) {
    this.id = id;
    this.supportCase = supportCase;
    this.position = position;
    this.amount = amount;
    this.title = title;
  }

  void draftedAs(UUID application) {
    applicationId = application;
  }

  void forget(UnaryOperator<String> pseudonym) {
    title = title.forgotten(pseudonym);
  }

  public Money amount() {
    return amount;
  }

  public Buyer title() {
    return title;
  }

  /** The draft that the approval made; null before. */
  public @Nullable UUID applicationId() {
    return applicationId;
  }
}
