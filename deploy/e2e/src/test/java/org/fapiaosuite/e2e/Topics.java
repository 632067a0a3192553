package org.fapiaosuite.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as a listener sees it who may read everything. */
record Topics(String bootstrapServers) {
  private static final List<String> TOPICS =
      List.of("account.events", "order.events", "fapiao.events");
  private static final Pattern TYPE = Pattern.compile(" ce_type=(\\S+)");

  /** Every event from the beginning: topic and type, then headers, key and payload. */
  List<String> everything() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(event -> events.add(text(event)));
      }
      return events;
    }
  }

  /** Tells something that is not what its type promises, if it promises anything; its id. */
  String say(String topic, String type, String data) {
    String id = UUID.randomUUID().toString();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> event = new ProducerRecord<>(topic, "nobody", data);
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", id,
              "ce_type", type,
              "ce_source", "/e2e",
              "ce_time", "2026-11-20T08:00:00Z")
          .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
      producer.send(event).get(10, TimeUnit.SECONDS);
      return id;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The type of an event of {@link #everything}; the topic of a record that is none. */
  static String type(String event) {
    Matcher type = TYPE.matcher(event.lines().findFirst().orElse(""));
    return type.find() ? type.group(1) : event.lines().findFirst().orElse("").split(" ")[0];
  }

  private static String text(ConsumerRecord<String, String> event) {
    StringBuilder text = new StringBuilder(event.topic());
    event
        .headers()
        .forEach(
            header ->
                text.append(' ')
                    .append(header.key())
                    .append('=')
                    .append(new String(header.value(), UTF_8)));
    return text.append('\n').append(event.key()).append('\n').append(event.value()).toString();
  }
}
