package org.fapiaosuite.ordersync.platform.standard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fapiaosuite.ordersync.fact.MovementRules;
import org.fapiaosuite.ordersync.platform.PlatformAdapter;
import org.fapiaosuite.ordersync.platform.PlatformConfig;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException;
import org.fapiaosuite.ordersync.platform.PushNotVerifiedException.Cause;
import org.fapiaosuite.ordersync.platform.PushedEvent;
import org.fapiaosuite.ordersync.platform.StatementAnswer;
import org.fapiaosuite.ordersync.platform.StatementLine;
import org.fapiaosuite.ordersync.platform.StatementTotals;
import org.fapiaosuite.ordersync.platform.StatementsConfig;
import org.fapiaosuite.ordersync.platform.VerifiedPush;

/** A platform that pushes by Standard Webhooks 1.0.0 and serves daily CSV statements. */
final class StandardWebhooks implements PlatformAdapter {
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,256}");

  /** Seconds: until the year 5138, so that milliseconds are no time. */
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,11}");

  private final String name;
  private final SignatureKeys keys;
  private final Duration tolerance;
  private final Clock clock;
  private final PushBody body;
  private final StatementClient statements;
  private final StatementCsv csv;

  StandardWebhooks(
      String name,
      PlatformConfig config,
      StatementsConfig statements,
      MovementRules rules,
      Clock clock) {
    this.name = name;
    this.keys = new SignatureKeys(config);
    this.tolerance = config.tolerance();
    this.clock = clock;
    this.body = new PushBody(rules);
    this.statements = new StatementClient(config.url().orElse(null), statements);
    this.csv = new StatementCsv(rules, statements.mostUnzipped().asLongValue());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public VerifiedPush open(Function<String, List<String>> headers, byte[] raw) {
    String id = once(headers, "webhook-id", ID);
    String timestamp = once(headers, "webhook-timestamp", TIMESTAMP);
    List<String> signatures = headers.apply("webhook-signature");
    if (signatures.size() != 1) {
      throw new PushNotVerifiedException(Cause.HEADERS);
    }
    Duration age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
    if (age.abs().compareTo(tolerance) > 0) {
      throw new PushNotVerifiedException(Cause.TIME);
    }
    if (!keys.signed(id, timestamp, raw, signatures.get(0))) {
      throw new PushNotVerifiedException(Cause.SIGNATURE);
    }
    return new VerifiedPush(id, raw);
  }

  private static String once(
      Function<String, List<String>> headers, String header, Pattern pattern) {
    List<String> values = headers.apply(header);
    if (values.size() != 1 || !pattern.matcher(values.get(0)).matches()) {
      throw new PushNotVerifiedException(Cause.HEADERS);
    }
    return values.get(0);
  }

  @Override
  public PushedEvent read(byte[] clear) {
    return body.read(clear);
  }

  @Override
  public StatementAnswer fetchStatement(LocalDate day, Path into) throws IOException {
    return statements.fetch(day, into);
  }

  @Override
  public StatementTotals readStatement(Path file, String digest, Consumer<StatementLine> lines)
      throws IOException {
    return csv.read(file, digest, lines);
  }
}
