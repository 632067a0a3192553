package org.fapiaosuite.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fapiaosuite.messaging.CloudEventHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends outbox rows as CloudEvents in binary mode and says what became of each. */
final class KafkaSender implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KafkaSender.class);

  private final Producer<String, byte[]> producer;
  private final String source;

  KafkaSender(Map<String, Object> kafka, String source, Duration deliveryTimeout) {
    this.source = source;
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deliveryTimeout.toMillis() / 4);
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis() / 2));
    properties.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis()));
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, source + "-outbox");
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /** Ids by outcome: acknowledged, Kafka away, refused for what they are. */
  record Outcome(List<Long> sent, List<Long> unreachable, List<Long> refused) {}

  /**
   * Sends all rows and waits for every acknowledgement. Rows of one aggregate go one after the
   * other, and none after one that failed; it is then in no list and stays unsent.
   */
  Outcome send(List<OutboxTable.Row> batch) throws InterruptedException {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, List<OutboxTable.Row>> aggregates = new LinkedHashMap<>();
    batch.forEach(
        row ->
            aggregates
                .computeIfAbsent(row.topic() + ' ' + row.aggregateId(), key -> new ArrayList<>())
                .add(row));
    List<CompletableFuture<Void>> chains = new ArrayList<>();
    for (List<OutboxTable.Row> rows : aggregates.values()) {
      CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
      for (OutboxTable.Row row : rows) {
        chain = chain.thenCompose(previous -> sendOne(row, outcome));
      }
      chains.add(chain);
    }
    try {
      CompletableFuture.allOf(chains.toArray(CompletableFuture[]::new))
          .exceptionally(failure -> null)
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return outcome;
  }

  private CompletableFuture<Void> sendOne(OutboxTable.Row row, Outcome outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      Future<?> unused =
          producer.send(
              cloudEvent(row),
              (metadata, failure) -> {
                if (failure == null) {
                  acknowledged.complete(null);
                } else {
                  acknowledged.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged.whenComplete((nothing, failure) -> note(row, failure, outcome));
  }

  private static void note(OutboxTable.Row row, @Nullable Throwable failure, Outcome outcome) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    List<Long> ids;
    if (cause == null) {
      ids = outcome.sent();
    } else if (cause instanceof RetriableException) {
      ids = outcome.unreachable();
      LOG.debugf(
          "outbox relay: Kafka unavailable, row=%d error=%s", row.id(), cause.getClass().getName());
    } else {
      ids = outcome.refused();
      LOG.errorf(
          "outbox relay: kafka refuses event, row=%d type=%s error=%s",
          row.id(), row.type(), cause.getClass().getName());
    }
    synchronized (outcome) {
      ids.add(row.id());
    }
  }

  private ProducerRecord<String, byte[]> cloudEvent(OutboxTable.Row row) {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(row.topic(), row.aggregateId(), row.data().getBytes(UTF_8));
    header(event, CloudEventHeaders.SPEC_VERSION, "1.0");
    header(event, CloudEventHeaders.ID, row.eventId().toString());
    header(event, CloudEventHeaders.TYPE, row.type());
    header(event, CloudEventHeaders.SOURCE, "/" + source);
    header(event, CloudEventHeaders.TIME, row.occurredAt().toString());
    header(event, CloudEventHeaders.SEQUENCE, CloudEventHeaders.sequence(row.id()));
    header(event, CloudEventHeaders.CONTENT_TYPE, "application/json");
    if (row.traceparent() != null) {
      header(event, CloudEventHeaders.TRACEPARENT, row.traceparent());
    }
    return event;
  }

  private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
    event.headers().add(name, value.getBytes(UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
