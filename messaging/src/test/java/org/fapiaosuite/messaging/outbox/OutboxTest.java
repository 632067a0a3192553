package org.fapiaosuite.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.fapiaosuite.messaging.IncomingEvent;
import org.fapiaosuite.messaging.Ledger;
import org.fapiaosuite.messaging.MessagingConfig;
import org.fapiaosuite.messaging.OutgoingEvent;
import org.fapiaosuite.messaging.Wire;
import org.fapiaosuite.rest.identity.Ids;
import org.fapiaosuite.testkit.SuiteInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = SuiteInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "messaging"))
class OutboxTest {
  private static final String TOPIC = "fapiao.events";
  private static final Instant THEN = Instant.parse("2026-11-20T08:00:00Z");

  @Inject Outbox outbox;
  @Inject Ids ids;
  @Inject Wire wire;
  @Inject Ledger ledger;
  @Inject MessagingConfig config;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "")
  String password;

  private final String aggregate = UUID.randomUUID().toString();

  record Fact(String text, Instant at) {}

  @Test
  void what_is_committed_is_told_as_a_cloud_event_and_what_is_rolled_back_is_not() {
    // Given
    OutgoingEvent told = event(aggregate, "told");
    OutgoingEvent undone = event(aggregate, "undone");

    // When
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      outbox.append(undone);
                      throw new IllegalStateException("rolled back");
                    }));
    QuarkusTransaction.requiringNew().run(() -> outbox.append(told));

    // Then
    ConsumerRecord<String, byte[]> heard = awaitHeard(1).get(0);
    assertEquals(
        "{\"text\":\"told\",\"at\":\"2026-11-20T08:00:00Z\"}", new String(heard.value(), UTF_8));
    IncomingEvent event = CloudEventHeaders.read(heard);
    assertEquals(told.id().toString(), event.id());
    assertEquals("test.fact.v1", event.type());
    assertEquals("/messaging-test", event.source());
    assertEquals(THEN, event.time());
    assertEquals("1.0", CloudEventHeaders.value(heard, "ce_specversion"));
  }

  @Test
  void without_a_transaction_nothing_can_be_written_down() {
    assertThrows(RuntimeException.class, () -> outbox.append(event(aggregate, "alone")));
  }

  @Test
  void events_of_one_aggregate_keep_their_order() {
    // Given
    List<OutgoingEvent> events =
        IntStream.range(0, 250).mapToObj(i -> event(aggregate, "n" + i)).toList();

    // When
    QuarkusTransaction.requiringNew().run(() -> outbox.append(events));

    // Then
    assertEquals(
        events.stream().map(e -> e.id().toString()).toList(),
        awaitHeard(250).stream().map(r -> CloudEventHeaders.read(r).id()).toList());
  }

  @Test
  void an_event_that_kafka_refuses_holds_back_its_own_aggregate_only() {
    // Given an event larger than the producer sends
    String other = UUID.randomUUID().toString();
    OutgoingEvent tooLarge = event(aggregate, "x".repeat(2_000_000));

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                outbox.append(List.of(tooLarge, event(aggregate, "behind"), event(other, "free"))));

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> wire.heard(TOPIC, other).size() == 1);
    assertEquals(List.of(), wire.heard(TOPIC, aggregate));

    // When it is made small
    ledger.run(
        "UPDATE outbox SET data = '{}', next_attempt_at = NULL WHERE event_id = ?::uuid",
        tooLarge.id().toString());
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(other, "wakes the relay")));

    // Then both go, in order
    assertEquals("{}", new String(awaitHeard(2).get(0).value(), UTF_8));
  }

  @Test
  void the_trace_of_the_request_travels_with_the_event() {
    // Given
    SpanContext request =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    // When
    try (Scope ignored = Span.wrap(request).makeCurrent()) {
      QuarkusTransaction.requiringNew().run(() -> outbox.append(event(aggregate, "traced")));
    }

    // Then
    assertEquals(
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        CloudEventHeaders.value(awaitHeard(1).get(0), "traceparent"));
  }

  @Test
  void a_second_copy_stands_by_while_the_first_relays() throws Exception {
    try (Connection second = DriverManager.getConnection(url, user, password)) {
      assertFalse(new OutboxTable(second, config).tryLock());
    }
  }

  @Test
  void an_event_is_on_its_way_long_before_the_next_poll_would_find_it() {
    // Given
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(aggregate, "warm up")));
    awaitHeard(1);

    // When
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(aggregate, "quick")));

    // Then
    awaitHeard(2);
    double waited =
        Double.parseDouble(
            ledger
                .column(
                    "SELECT extract(epoch FROM sent_at - created_at) FROM outbox"
                        + " WHERE aggregate_id = ? ORDER BY id DESC LIMIT 1",
                    aggregate)
                .get(0));
    assertTrue(waited < 2, "sent after " + waited + " s");
  }

  @Test
  void who_waits_for_an_event_goes_on_once_kafka_has_it() {
    // Given
    OutgoingEvent event = event(aggregate, "waited for");
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event));

    // When
    boolean sent = outbox.awaitSent(List.of(event.id()), Duration.ofMinutes(1));

    // Then
    assertTrue(sent);
    assertEquals(1, wire.heard(TOPIC, aggregate).size());
  }

  @Test
  void who_waits_for_an_event_that_kafka_does_not_take_goes_on_without() {
    // Given
    OutgoingEvent event =
        OutgoingEvent.of(ids.next(), "no topic", "test.fact.v1", aggregate, THEN, "refused");
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event));

    // When
    boolean sent = outbox.awaitSent(List.of(event.id()), Duration.ofMillis(300));

    // Then
    assertFalse(sent);
  }

  @Test
  void nobody_waits_for_what_was_never_committed() {
    assertTrue(outbox.awaitSent(List.of(ids.next()), Duration.ofMinutes(1)));
  }

  private OutgoingEvent event(String aggregateId, String text) {
    return OutgoingEvent.of(
        ids.next(), TOPIC, "test.fact.v1", aggregateId, THEN, new Fact(text, THEN));
  }

  private List<ConsumerRecord<String, byte[]>> awaitHeard(int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> wire.heard(TOPIC, aggregate), heard -> heard.size() == count);
  }
}
