package org.fapiaosuite.fapiao.application;

import org.fapiaosuite.fapiao.delivery.Delivery;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.title.Buyer;
import org.jspecify.annotations.Nullable;

/** What an application can begin with, and where that comes from. */
public record Suggestion(
    Source source,
    FapiaoType type,
    Medium medium,
    Purpose purpose,
    Buyer buyer,
    @Nullable Delivery delivery) {

  /** Where a suggestion comes from. */
  public enum Source {
    PREVIOUS_APPLICATION,
    DEFAULT_TITLE,
    PAYER
  }

  static Suggestion previous(Application application) {
    return new Suggestion(
        Source.PREVIOUS_APPLICATION,
        application.type(),
        application.medium(),
        application.purpose(),
        application.buyer(),
        application.delivery());
  }

  static Suggestion title(Source source, Buyer buyer) {
    return new Suggestion(source, FapiaoType.ORDINARY, Medium.PAPER, Purpose.GENERAL, buyer, null);
  }
}
