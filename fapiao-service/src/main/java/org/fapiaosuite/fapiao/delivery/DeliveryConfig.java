package org.fapiaosuite.fapiao.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.fapiaosuite.rest.language.InEachLanguage;

/** The ways of delivery on offer; the branch is the one of the seller's guide by default. */
@ConfigMapping(prefix = "fapiao.delivery")
public interface DeliveryConfig {

  /** Methods a customer may choose. */
  @WithDefault("YUNDA,SF_COLLECT,PICKUP,EMAIL")
  @NotEmpty
  Set<DeliveryMethod> methods();

  /** Where Fapiao can be picked up. */
  Branch branch();

  /** For how long. */
  Pickup pickup();

  /** Yunda. */
  Yunda yunda();

  /** SF Express. */
  Sf sf();

  /** Where Fapiao can be picked up. */
  interface Branch {

    /** Its name. */
    @WithDefault("Shanghai")
    @NotBlank
    String name();

    /** Its address as a visitor needs it. */
    Address address();

    /** Whom to ask for. */
    @WithDefault("Zhu qin qin")
    @NotBlank
    String contact();

    /** Its telephone. */
    @WithDefault("021-28986102")
    @NotBlank
    String phone();

    /** When somebody is there, China time. */
    Hours hours();
  }

  /** How long a Fapiao can be picked up. */
  interface Pickup {

    /** The last day is so many working days after the one on which it is made ready. */
    @WithDefault("20")
    @Min(1)
    @Max(250)
    int workingDays();

    /** So many working days before the last one the customer is reminded. */
    @WithDefault("3")
    @Min(1)
    @Max(250)
    int reminderWorkingDays();

    /** How often it is looked for whom to remind, and what was not picked up. */
    @WithDefault("1m")
    Duration lookEvery();
  }

  /** The branch's address, in each language. */
  interface Address extends InEachLanguage {

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657")
    String en();

    @Override
    @WithDefault("上海市浦东新区科苑路88号德国中心3号楼657室")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road 88, German Center, Gebäude 3, Raum 657")
    String de();
  }

  /** The branch's hours, in each language. */
  interface Hours extends InEachLanguage {

    @Override
    @WithDefault("9:00 to 17:30 on Chinese working days")
    String en();

    @Override
    @WithDefault("工作日 9:00–17:30")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("9:00 bis 17:30 Uhr an chinesischen Arbeitstagen")
    String de();
  }

  /** Yunda. */
  interface Yunda {

    /** What its waybill numbers look like today; another one is taken with a warning. */
    @WithDefault("(YD)?\\d{13,15}")
    java.util.regex.Pattern waybillPattern();

    /** Page that follows a parcel; {waybill} stands for its number. */
    @WithDefault("https://www.yundaex.com/cn/track?waybill={waybill}")
    String trackingUrl();

    /**
     * Where it does not go: the first digits of the regions' codes (GB/T 2260), such as 81 for Hong
     * Kong and 82 for Macao. It goes everywhere unless something is named.
     */
    Optional<Set<@Pattern(regexp = "[0-9]{2,6}") String>> notTo();
  }

  /** SF Express. */
  interface Sf {

    /** What its waybill numbers look like today; another one is taken with a warning. */
    @WithDefault("SF\\d{12,13}|\\d{12,15}")
    java.util.regex.Pattern waybillPattern();

    /** Page that follows a parcel; {waybill} stands for its number. */
    @WithDefault("https://www.sf-express.com/chn/sc/waybill/waybill-detail/{waybill}")
    String trackingUrl();

    /** Where it does not go, as for Yunda. */
    Optional<Set<@Pattern(regexp = "[0-9]{2,6}") String>> notTo();
  }
}
