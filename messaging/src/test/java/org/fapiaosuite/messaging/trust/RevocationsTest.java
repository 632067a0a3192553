package org.fapiaosuite.messaging.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fapiaosuite.testkit.Broker;
import org.fapiaosuite.testkit.Database;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.fapiaosuite.testkit.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class RevocationsTest {

  private static final String TOPIC = "account.events";

  @Inject RevocationTable table;
  @Inject RevocationConfig config;
  @Inject KnownRevocations running;
  @Inject MeterRegistry metrics;
  @Inject Clock clock;
  @Inject JWTAuthContextInfo trusted;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private final UUID account = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @Test
  void what_was_told_while_the_service_was_down_is_known_before_it_answers() throws Exception {
    // Given
    JsonWebToken token = token(session, 1);
    end();
    raise(1);

    // When
    KnownRevocations known = startedAnew(kafka);

    // Then
    assertTrue(known.isRevoked(token));
    assertFalse(known.isRevoked(token(UUID.randomUUID(), 1)));
    assertTrue(known.isRevoked(token(UUID.randomUUID(), 0)));
  }

  @Test
  void what_was_told_before_is_known_after_a_restart_without_kafka() throws Exception {
    // Given
    JsonWebToken token = token(session, 0);
    end();
    await().until(() -> running.isRevoked(token));
    await().until(() -> kept(session) == 1);
    Map<String, Object> nobody = new HashMap<>(kafka);
    nobody.put("bootstrap.servers", "127.0.0.1:1");

    // When
    KnownRevocations known = startedAnew(nobody);

    // Then
    assertTrue(known.isRevoked(token));
  }

  @Test
  void a_revocation_is_forgotten_when_its_last_token_has_expired() throws Exception {
    // Given
    Revocation old = new Revocation(account, 5, clock.instant().minusSeconds(1));
    Revocation fresh = new Revocation(session, 5, clock.instant().plusSeconds(600));
    table.keep(List.of(old, fresh));

    // When
    table.forget(clock.instant());

    // Then
    assertEquals(0, kept(account));
    assertEquals(1, kept(session));
  }

  @Test
  void what_was_told_longer_ago_than_a_token_lives_does_not_matter() throws Exception {
    // Given
    Instant longAgo = Instant.now().minus(config.kept()).minusSeconds(1);
    tell(longAgo, "account.epoch-raised.v1", "\"epoch\":9");
    JsonWebToken token = token(session, 0);

    // When
    KnownRevocations known = startedAnew(kafka);

    // Then
    assertFalse(known.isRevoked(token));
    assertEquals(0, kept(account));
  }

  private KnownRevocations startedAnew(Map<String, Object> broker) throws Exception {
    KnownRevocations known = new KnownRevocations(clock);
    RevocationReader reader =
        new RevocationReader(known, table, config, clock, metrics, broker, "messaging-test");
    reader.start(new StartupEvent());
    reader.awaitUpToDate(new StartupEvent());
    reader.stop(new ShutdownEvent());
    return known;
  }

  /** As it looks once its signature has been checked. */
  private JsonWebToken token(UUID ofSession, long epoch) throws ParseException {
    Map<String, Object> claims =
        Map.of(
            "sub", account.toString(),
            "sid", ofSession.toString(),
            "epoch", epoch,
            "groups", List.of("CUSTOMER"));
    return new DefaultJWTCallerPrincipalFactory().parse(TestTokens.with(claims), trusted);
  }

  private void end() {
    tell(Instant.now(), "account.session-ended.v1", "\"sessionId\":\"" + session + "\"");
  }

  private void raise(long epoch) {
    tell(Instant.now(), "account.epoch-raised.v1", "\"epoch\":" + epoch);
  }

  private void tell(Instant at, String type, String more) {
    String json = "{\"accountId\":\"%s\",%s}".formatted(account, more);
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(TOPIC, account.toString(), json.getBytes(UTF_8));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_source",
            "/account-service",
            "ce_time",
            at.toString())
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    Broker.publish(event);
  }

  private static int kept(UUID subject) {
    return Integer.parseInt(
        Database.query("SELECT count(*) FROM revocation WHERE subject = '" + subject + "'"));
  }
}
