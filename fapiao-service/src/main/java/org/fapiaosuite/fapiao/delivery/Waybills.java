package org.fapiaosuite.fapiao.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.fapiaosuite.kernel.Waybill;

/** What is known about the couriers' waybill numbers; their forms change, so they are data. */
@ApplicationScoped
public class Waybills {

  private final DeliveryConfig config;

  public Waybills(DeliveryConfig config) {
    this.config = config;
  }

  /** True when the number has one of the forms its carrier uses. */
  public boolean looksRight(Carrier carrier, Waybill waybill) {
    Pattern form =
        switch (carrier) {
          case YUNDA -> config.yunda().waybillPattern();
          case SF -> config.sf().waybillPattern();
        };
    return waybill.hasForm(form);
  }

  /** Where the parcel can be followed; the courier's page wants no number of a piece. */
  public String trackingUrl(Carrier carrier, Waybill waybill) {
    String template =
        switch (carrier) {
          case YUNDA -> config.yunda().trackingUrl();
          case SF -> config.sf().trackingUrl();
        };
    return template.replace("{waybill}", waybill.consignment());
  }
}
