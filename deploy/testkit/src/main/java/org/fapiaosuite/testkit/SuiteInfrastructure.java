package org.fapiaosuite.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a module's tests a real PostgreSQL, Kafka and SMTP server: started by the first that needs
 * them, ended with the module's test JVM. Its database (argument {@code database}; without it there
 * is none) and the topics are empty when its tests begin.
 *
 * <pre>
 * &#64;QuarkusTestResource(
 *     value = SuiteInfrastructure.class,
 *     initArgs = &#64;ResourceArg(name = "database", value = "account"))
 * </pre>
 *
 * Yields datasource, broker and mailer addresses, {@code mp.jwt.verify.publickey.location} of the
 * key that {@link TestTokens} signs with, and {@code fapiao.testkit.keys}, a folder with more keys
 * for tests: {@code <name>.pem} for each of {@link TestKeys#NAMES}, and {@code trust.jwks.json}.
 */
public final class SuiteInfrastructure implements QuarkusTestResourceLifecycleManager {
  private String database = "";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", "");
  }

  @Override
  public Map<String, String> start() {
    SharedInfrastructure.Addresses addresses = SharedInfrastructure.ofThisModule();
    addresses.publish();
    TestKeys keys = TestKeys.in(addresses.folder());
    Map<String, String> config = new LinkedHashMap<>();
    config.put("quarkus.devservices.enabled", "false");
    config.put("kafka.bootstrap.servers", addresses.kafka());
    config.put("mp.jwt.verify.publickey.location", keys.accessTokenKeys().toUri().toString());
    config.put("fapiao.testkit.keys", keys.folder().toString());
    config.put("quarkus.mailer.mock", "false");
    config.put("quarkus.mailer.host", addresses.smtpHost());
    config.put("quarkus.mailer.port", addresses.smtpPort());
    boolean firstOfThisRun = System.setProperty("fapiao.testkit.clean", "true") == null;
    if (firstOfThisRun) {
      Broker.forgetEverything();
    }
    if (!database.isEmpty()) {
      config.putAll(Database.of(addresses, database, firstOfThisRun));
    }
    return config;
  }

  /** The infrastructure serves every test of the module; it ends with their JVM. */
  @Override
  public void stop() {}
}
