package org.fapiaosuite.fapiao.title;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.fapiaosuite.fapiao.problem.Violations;
import org.fapiaosuite.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has to state a taxpayer id, with the seller's policy and without. */
class BuyerRulesTest {

  private static final String ID = "91310106552993944D";

  @ParameterizedTest
  @CsvSource({
    // policy, title type, type, medium, id, violations
    "true,  INDIVIDUAL,   ORDINARY, PAPER,      false, 0",
    "true,  ORGANIZATION, ORDINARY, PAPER,      false, 1",
    "true,  ORGANIZATION, ORDINARY, PAPER,      true,  0",
    "false, ORGANIZATION, ORDINARY, PAPER,      false, 0",
    "false, ORGANIZATION, ORDINARY, ELECTRONIC, false, 0",
    // a special Fapiao needs it whatever the seller thinks, on paper four fields more
    "true,  ORGANIZATION, SPECIAL,  ELECTRONIC, false, 1",
    "false, ORGANIZATION, SPECIAL,  ELECTRONIC, false, 1",
    "false, ORGANIZATION, SPECIAL,  ELECTRONIC, true,  0",
    "false, ORGANIZATION, SPECIAL,  PAPER,      true,  4",
    "false, ORGANIZATION, SPECIAL,  PAPER,      false, 5",
    // and is never for a person
    "false, INDIVIDUAL,   SPECIAL,  ELECTRONIC, true,  1",
    "true,  INDIVIDUAL,   SPECIAL,  PAPER,      true,  1",
  })
  void the_id_is_needed_by_type_and_policy(
      boolean policy, TitleType kind, FapiaoType type, Medium medium, boolean id, int violations) {
    @Nullable String taxpayerId = id ? ID : null;
    BuyerData buyer = new BuyerData(kind, "上海示例科技有限公司", taxpayerId, null, null, null, null);
    assertEquals(violations, found(policy, buyer, type, medium));
  }

  private static int found(boolean policy, BuyerData buyer, FapiaoType type, Medium medium) {
    BuyerRules rules =
        new BuyerRules(
            new SmallRyeConfigBuilder()
                .withMapping(TitlePolicy.class)
                .withDefaultValues(
                    Map.of(
                        "fapiao.titles.organization-needs-taxpayer-id", Boolean.toString(policy)))
                .build()
                .getConfigMapping(TitlePolicy.class),
            Clock.systemUTC());
    Violations violations = new Violations();
    rules.check(buyer, "buyer", violations, new ArrayList<>());
    rules.checkFor(type, medium, buyer, "buyer", violations);
    try {
      violations.throwIfAny();
      return 0;
    } catch (ProblemException refused) {
      return refused.violations().size();
    }
  }
}
