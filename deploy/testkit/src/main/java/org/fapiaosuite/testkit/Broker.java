package org.fapiaosuite.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as far as this one can tell: publishes events and reads published ones. */
public final class Broker {
  private static final Duration POLL = Duration.ofMillis(200);

  private Broker() {}

  /** One event on a topic; {@code data} is its JSON. */
  public record Event(String id, String type, String source, String key, String data) {}

  /** Publishes a CloudEvent under a new id, which is returned. */
  public static String publish(String topic, String key, String type, String json) {
    String id = UUID.randomUUID().toString();
    publish(topic, key, id, type, json);
    return id;
  }

  /** Publishes a CloudEvent under this id, for example for the second time. */
  public static void publish(String topic, String key, String id, String type, String json) {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            "/testkit",
            "ce_time",
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    publish(event);
  }

  /** Publishes anything, well formed or not. */
  public static void publish(ProducerRecord<String, byte[]> event) {
    try {
      Publisher.PRODUCER.send(event).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot publish", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** All events of an aggregate that were published until now, oldest first. */
  public static List<Event> events(String topic, String key) {
    return events(topic).stream().filter(event -> event.key().equals(key)).toList();
  }

  /** All events on a topic until now; oldest first within a key. */
  public static List<Event> events(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo partition : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      List<Event> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(message -> events.add(event(message)));
      }
      return List.copyOf(events);
    }
  }

  /** Empties all topics; what consumers had read before no longer matters then. */
  static void forgetEverything() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()));
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) -> {
                for (PartitionInfo partition :
                    topic.startsWith("__") ? List.<PartitionInfo>of() : infos) {
                  partitions.add(new TopicPartition(topic, partition.partition()));
                }
              });
      Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
      consumer
          .endOffsets(partitions)
          .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
      admin.deleteRecords(all).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot empty the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static Event event(ConsumerRecord<String, byte[]> message) {
    return new Event(
        header(message, "ce_id"),
        header(message, "ce_type"),
        header(message, "ce_source"),
        String.valueOf(message.key()),
        new String(message.value(), StandardCharsets.UTF_8));
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Made for the first event; it ends with the tests' JVM. */
  private static final class Publisher {
    static final KafkaProducer<String, byte[]> PRODUCER =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private static String servers() {
    return SharedInfrastructure.published("kafka");
  }
}
