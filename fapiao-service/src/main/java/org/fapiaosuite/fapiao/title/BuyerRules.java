package org.fapiaosuite.fapiao.title;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fapiaosuite.fapiao.calendar.Promise;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.fapiao.wording.Warning;
import org.fapiaosuite.kernel.BankAccount;
import org.fapiaosuite.kernel.PhoneNumber;
import org.fapiaosuite.kernel.TaxpayerId;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a customer says about the buyer. Lengths are the strictest of the tax platform and
 * its providers, so that what is accepted here can be issued anywhere.
 */
@ApplicationScoped
public class BuyerRules {

  /** The most characters of a name on a Fapiao. */
  public static final int LONGEST_NAME = 100;

  private static final int LONGEST_ADDRESS = 100;
  private static final int LONGEST_BANK = 100;

  /** For the customer and for the clerk, who reads it before they issue. */
  private static final String CHECK_DIGIT = "TAXPAYER_ID_CHECK_DIGIT";

  private final TitlePolicy policy;
  private final Clock clock;

  public BuyerRules(TitlePolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** Checks a title by itself, for whatever Fapiao it will be used. */
  public Optional<Buyer> check(
      BuyerData sent, String path, Violations violations, List<Warning> warnings) {
    Fields fields = new Fields(path, violations);
    @Nullable String name = fields.printed("name", sent.name(), LONGEST_NAME);
    @Nullable String address = fields.printed("address", sent.address(), LONGEST_ADDRESS);
    @Nullable String phone =
        fields.read(
            "phone", sent.phone(), typed -> PhoneNumber.parse(typed).map(PhoneNumber::text));
    @Nullable String bank = fields.printed("bankName", sent.bankName(), LONGEST_BANK);
    @Nullable String account =
        fields.read(
            "bankAccount",
            sent.bankAccount(),
            typed -> BankAccount.parse(typed).map(BankAccount::text));
    Optional<TaxpayerId> id = taxpayerId(sent, fields, warnings);
    if (sent.titleType() == TitleType.ORGANIZATION
        && sent.taxpayerId() == null
        && policy.organizationNeedsTaxpayerId()) {
      fields.violation("taxpayerId", "violation.taxpayer-id.needed");
    }
    if (name == null || !violations.isEmpty()) {
      return Optional.empty();
    }
    if (sent.titleType() == TitleType.ORGANIZATION && PersonNames.looksLikeOne(name)) {
      warnings.add(Warning.of("person-name", fields.path("name")));
    }
    return Optional.of(
        new Buyer(
            sent.titleType(),
            name,
            id.map(TaxpayerId::text).orElse(null),
            address,
            phone,
            bank,
            account,
            id.filter(TaxpayerId::isConfirmed).map(confirmed -> clock.instant()).orElse(null)));
  }

  /** Checks what the type of Fapiao demands on top (VAT Law Implementation Regulations 37). */
  public void checkFor(
      FapiaoType type, Medium medium, BuyerData sent, String path, Violations violations) {
    if (type == FapiaoType.ORDINARY) {
      return;
    }
    Fields fields = new Fields(path, violations);
    if (sent.titleType() == TitleType.INDIVIDUAL) {
      fields.violation("titleType", "violation.special-individual");
      return;
    }
    if (policyLeavesIdOpen(sent)) {
      fields.violation("taxpayerId", "violation.special-needs");
    }
    if (medium == Medium.PAPER) {
      fields.needed("address", sent.address());
      fields.needed("phone", sent.phone());
      fields.needed("bankName", sent.bankName());
      fields.needed("bankAccount", sent.bankAccount());
    }
  }

  private boolean policyLeavesIdOpen(BuyerData sent) {
    return sent.taxpayerId() == null && !policy.organizationNeedsTaxpayerId();
  }

  private Optional<TaxpayerId> taxpayerId(BuyerData sent, Fields fields, List<Warning> warnings) {
    if (sent.taxpayerId() == null) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Promise.CHINA);
    Optional<TaxpayerId> read =
        TaxpayerId.parse(sent.taxpayerId(), today, sent.confirmsCheckDigit())
            .orTell(flaw -> fields.violation("taxpayerId", keyOf(flaw)));
    read.ifPresent(id -> remark(id, sent.titleType(), fields.path("taxpayerId"), warnings, today));
    return read;
  }

  /** What is odd about an id, yet no reason to refuse it. */
  private static void remark(
      TaxpayerId id, TitleType titleType, String field, List<Warning> warnings, LocalDate today) {
    if (id.isConfirmed()) {
      warnings.add(Warning.of(CHECK_DIGIT, field, today.toString()));
    }
    switch (id.kind()) {
      case OLDER -> warnings.add(Warning.of("older-taxpayer-id", field));
      case PERSON -> {
        if (id.isOlder()) {
          warnings.add(Warning.of("older-taxpayer-id", field));
        }
        if (titleType == TitleType.ORGANIZATION) {
          warnings.add(Warning.of("person-taxpayer-id", field));
        }
      }
      case ORGANISATION, CONFIRMED_ORGANISATION -> {
        if (titleType == TitleType.INDIVIDUAL) {
          warnings.add(Warning.of("organization-taxpayer-id", field));
        }
      }
    }
  }

  /** What is said of a taxpayer id that is none. */
  public static String keyOf(TaxpayerId.Flaw flaw) {
    return switch (flaw) {
      case CHARACTERS -> "violation.taxpayer-id.characters";
      case LENGTH -> "violation.taxpayer-id.length";
      case ZEROS -> "violation.taxpayer-id.zeros";
      case CHECK_DIGIT -> "violation.taxpayer-id.check-digit";
      case FORM -> "violation.taxpayer-id.form";
      case BIRTHDAY -> "violation.taxpayer-id.birthday";
    };
  }

  /** The fields of one buyer and where their violations go. */
  private record Fields(String prefix, Violations violations) {

    String path(String field) {
      return prefix.isEmpty() ? field : prefix + "." + field;
    }

    void violation(String field, String key, Object... arguments) {
      violations.add(path(field), key, arguments);
    }

    void needed(String field, @Nullable String value) {
      if (value == null) {
        violation(field, "violation.special-needs");
      }
    }

    @Nullable String printed(String field, @Nullable String sent, int longest) {
      return sent == null
          ? null
          : PrintedFields.read(path(field), sent, longest, violations).orElse(null);
    }

    @Nullable String read(
        String field, @Nullable String sent, Function<String, Optional<String>> reader) {
      if (sent == null) {
        return null;
      }
      Optional<String> value = reader.apply(sent);
      if (value.isEmpty()) {
        violation(field, "violation." + (field.equals("phone") ? "phone" : "bank-account"));
      }
      return value.orElse(null);
    }
  }
}
