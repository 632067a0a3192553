package org.fapiaosuite.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The broker as somebody outside of the library sees it. */
@ApplicationScoped
public class Wire {
  private final Map<String, Object> kafka;
  private final KafkaProducer<String, byte[]> producer;

  Wire(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
    this.producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(1));
  }

  public void say(String key, String eventId, String json) {
    send(event(key, eventId, json));
  }

  /** An event that tells its place among those of its source. */
  public void say(String key, String eventId, long sequence, String json) {
    ProducerRecord<String, byte[]> record = event(key, eventId, json);
    record.headers().add("ce_sequence", bytes(String.valueOf(sequence)));
    send(record);
  }

  /** Events of one partition as a poll brings them. */
  @SafeVarargs
  public static ConsumerRecords<String, byte[]> polled(ProducerRecord<String, byte[]>... events) {
    TopicPartition partition = new TopicPartition("account.events", 0);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (ProducerRecord<String, byte[]> event : events) {
      ConsumerRecord<String, byte[]> record =
          new ConsumerRecord<>("account.events", 0, records.size(), event.key(), event.value());
      event.headers().forEach(record.headers()::add);
      records.add(record);
    }
    return new ConsumerRecords<>(Map.of(partition, records), Map.of());
  }

  /** An event as it is sent. */
  public static ProducerRecord<String, byte[]> event(String key, String eventId, String json) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("account.events", key, bytes(json));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", eventId,
            "ce_type", "test.entry.v1",
            "ce_source", "/test",
            "ce_time", "2026-11-20T08:00:00Z",
            "content-type", "application/json")
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  public void sayBare(@Nullable String key, byte @Nullable [] value) {
    send(new ProducerRecord<>("account.events", key, value));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every record of a topic with that key, oldest first. */
  public List<ConsumerRecord<String, byte[]>> heard(String topic, String key) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("enable.auto.commit", false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
      }
      return heard.stream().filter(r -> key.equals(r.key())).toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
