package org.fapiaosuite.ordersync.platform.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.PlatformConfig;
import org.fapiaosuite.ordersync.platform.StatementsConfig;

/** The adapter {@code standard-webhooks}. */
@ApplicationScoped
class StandardWebhooksFactory implements PlatformAdapter.Factory {
  private final StatementsConfig statements;
  private final MovementRules rules;
  private final Clock clock;

  StandardWebhooksFactory(StatementsConfig statements, MovementRules rules, Clock clock) {
    this.statements = statements;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "standard-webhooks";
  }

  @Override
  public PlatformAdapter create(String name, PlatformConfig config) {
    return new StandardWebhooks(name, config, statements, rules, clock);
  }
}
