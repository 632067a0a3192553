package org.fapiaosuite.fapiao.application;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  /** Where the suggested values come from. */
  @Schema(name = "DefaultsSource")
  public enum Source {
    /** The application that this account confirmed last for the same customer. */
    PREVIOUS_APPLICATION,
    /** The default title of the account's library. */
    DEFAULT_TITLE,
    /** The name of the payer of the bill. */
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
