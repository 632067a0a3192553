package org.fapiaosuite.fapiao.delivery.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fapiaosuite.fapiao.delivery.DeliveryConfig;
import org.fapiaosuite.fapiao.delivery.DeliveryMethod;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.wording.Wording;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.fapiaosuite.rest.language.Translated;

/** How a Fapiao can be delivered; no access token needed. */
@Path("/api/v1/delivery-methods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Delivery")
public class DeliveryMethodsResource {

  private final DeliveryConfig config;
  private final CallerLanguage language;

  DeliveryMethodsResource(DeliveryConfig config, CallerLanguage language) {
    this.config = config;
    this.language = language;
  }

  /**
   * Lists the ways of delivery on offer, couriers first.
   *
   * @return every way on offer, with the fields it takes
   */
  @GET
  @PermitAll
  @Translated
  @Operation(operationId = "listDeliveryMethods", summary = "List the ways of delivery")
  public DeliveryMethodView.Collection list() {
    return new DeliveryMethodView.Collection(
        config.methods().stream().sorted().map(this::view).toList());
  }

  private DeliveryMethodView view(DeliveryMethod method) {
    return new DeliveryMethodView(
        method,
        Wording.text(language.locale(), "delivery." + method),
        method == DeliveryMethod.EMAIL ? Medium.ELECTRONIC : Medium.PAPER,
        method == DeliveryMethod.SF_COLLECT,
        DeliveryMethodView.fieldsOf(method),
        method == DeliveryMethod.PICKUP
            ? DeliveryMethodView.BranchView.of(config.branch(), language.locale())
            : null);
  }
}
