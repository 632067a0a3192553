package org.fapiaosuite.fapiao.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.title.PrintedFields;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.EmailAddress;
import org.fapiaosuite.kernel.PhoneNumber;
import org.fapiaosuite.kernel.PostalCode;
import org.jspecify.annotations.Nullable;

/** Checks whether a Fapiao can be delivered as the customer wishes. */
@ApplicationScoped
public class DeliveryRules {

  private static final int LONGEST_RECIPIENT = 50;
  private static final int LONGEST_ADDRESS = 100;

  private final DeliveryConfig config;
  private final Regions regions;

  public DeliveryRules(DeliveryConfig config, Regions regions) {
    this.config = config;
    this.regions = regions;
  }

  /**
   * The delivery, normalised; empty when anything was wrong.
   *
   * @param path of the delivery within the request, empty when it is the request
   */
  public Optional<Delivery> check(
      DeliveryData sent,
      Medium medium,
      String path,
      Violations violations,
      List<Warning> warnings) {
    Fields fields = new Fields(path.isEmpty() ? "" : path + ".", violations);
    if (!config.methods().contains(sent.method())) {
      fields.violation("method", "violation.choice", offered());
    } else if (!sent.method().suits(medium)) {
      fields.violation(
          "method", "violation.method-" + medium.name().toLowerCase(java.util.Locale.ROOT));
    }
    Optional<Delivery> delivery =
        switch (sent.method()) {
          case YUNDA, SF_COLLECT -> courier(sent, fields, warnings);
          case PICKUP -> pickup(sent, fields);
          case EMAIL -> email(sent, fields);
        };
    return violations.isEmpty() ? delivery : Optional.empty();
  }

  private String offered() {
    return config.methods().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }

  private Optional<Delivery> courier(DeliveryData sent, Fields fields, List<Warning> warnings) {
    String recipient = fields.printed("recipient", sent.recipient(), LONGEST_RECIPIENT);
    String phone = fields.phone(sent.phone());
    String address = fields.printed("address", sent.address(), LONGEST_ADDRESS);
    String region = region(sent, fields, warnings);
    String postalCode = postalCode(sent, region, fields);
    return recipient == null
        ? Optional.empty()
        : Optional.of(new Delivery(sent.method(), recipient, phone, region, address, postalCode));
  }

  private @Nullable String region(DeliveryData sent, Fields fields, List<Warning> warnings) {
    if (sent.region() == null) {
      fields.violation("region", "violation.needed");
      return null;
    }
    String region = Normalizer.normalize(sent.region(), Normalizer.Form.NFKC).replaceAll("\\h", "");
    if (!region.matches("\\d{6}")) {
      fields.violation("region", "violation.region");
      return null;
    }
    if (notServed(sent.method()).stream().anyMatch(region::startsWith)) {
      fields.violation("region", "violation.region-not-served", sent.method().name());
    } else if (!regions.isKnown(region)) {
      warnings.add(Warning.of("unknown-region", fields.prefix + "region"));
    }
    return region;
  }

  private Set<String> notServed(DeliveryMethod method) {
    return switch (method) {
      case YUNDA -> config.yunda().notTo().orElse(Set.of());
      case SF_COLLECT -> config.sf().notTo().orElse(Set.of());
      case PICKUP, EMAIL -> Set.of();
    };
  }

  private static @Nullable String postalCode(
      DeliveryData sent, @Nullable String region, Fields fields) {
    if (sent.postalCode() == null) {
      return null;
    }
    Optional<PostalCode> code = PostalCode.parse(sent.postalCode());
    if (code.isEmpty()) {
      fields.violation("postalCode", "violation.postal-code");
    } else if (region != null && !code.get().suits(region)) {
      fields.violation("postalCode", "violation.postal-code-region");
    }
    return code.map(PostalCode::text).orElse(null);
  }

  private static Optional<Delivery> pickup(DeliveryData sent, Fields fields) {
    String recipient = fields.printed("recipient", sent.recipient(), LONGEST_RECIPIENT);
    String phone = fields.phoneAnywhere(sent.phone());
    fields.refuseAddress(sent);
    return recipient == null
        ? Optional.empty()
        : Optional.of(new Delivery(sent.method(), recipient, phone, null, null, null));
  }

  private static Optional<Delivery> email(DeliveryData sent, Fields fields) {
    Optional<EmailAddress> address = EmailAddress.parse(sent.recipient());
    if (address.isEmpty()) {
      fields.violation("recipient", "violation.email");
    }
    fields.refuse("phone", sent.phone());
    fields.refuseAddress(sent);
    return address.map(to -> new Delivery(sent.method(), to.text(), null, null, null, null));
  }

  private static Optional<String> inChina(String typed) {
    return PhoneNumber.parse(typed).map(PhoneNumber::text);
  }

  private record Fields(String prefix, Violations violations) {

    void violation(String field, String key, Object... arguments) {
      violations.add(prefix + field, key, arguments);
    }

    void refuse(String field, @Nullable String value) {
      if (value != null) {
        violation(field, "violation.not-for-method");
      }
    }

    void refuseAddress(DeliveryData sent) {
      refuse("region", sent.region());
      refuse("address", sent.address());
      refuse("postalCode", sent.postalCode());
    }

    /** A number that a courier in China can call. */
    @Nullable String phone(@Nullable String sent) {
      return phone(sent, DeliveryRules::inChina, "violation.phone");
    }

    /** A number that the branch calls, or writes to, wherever the collector comes from. */
    @Nullable String phoneAnywhere(@Nullable String sent) {
      return phone(
          sent,
          typed -> inChina(typed).or(() -> ForeignNumber.parse(typed)),
          "violation.phone-anywhere");
    }

    private @Nullable String phone(
        @Nullable String sent, Function<String, Optional<String>> reading, String violation) {
      if (sent == null) {
        violation("phone", "violation.needed");
        return null;
      }
      Optional<String> number = reading.apply(sent);
      if (number.isEmpty()) {
        violation("phone", violation);
      }
      return number.orElse(null);
    }

    @Nullable String printed(String field, @Nullable String sent, int longest) {
      if (sent == null) {
        violation(field, "violation.needed");
        return null;
      }
      return PrintedFields.read(prefix + field, sent, longest, violations).orElse(null);
    }
  }
}
